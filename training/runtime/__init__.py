"""From a text to what the exported model proposes for it; numpy and onnxruntime only."""
