"""Countries, organisations, offices and who held them, armed groups, outlets: tables with their dates."""
