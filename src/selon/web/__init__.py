"""The local application: pages and a JSON API over a corpus; needs the extra `selon[web]`."""
