TOOLS = [{"type": "function", "function": {"name": "close", "parameters": {}}}]
