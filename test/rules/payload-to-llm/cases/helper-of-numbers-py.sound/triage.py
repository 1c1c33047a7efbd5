from openai import OpenAI

from tools import TOOLS

client = OpenAI()


def triage(issue):
    return client.chat.completions.create(model="gpt-4o", tools=TOOLS, messages=[{"role": "user", "content": f"Sort issue {issue}"}])
