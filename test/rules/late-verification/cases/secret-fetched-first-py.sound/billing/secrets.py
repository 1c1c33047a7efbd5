import functools

import boto3


@functools.lru_cache(maxsize=1)
def hook_secret() -> str:
    client = boto3.client("secretsmanager")
    return client.get_secret_value(SecretId="prod/invoices/hook")["SecretString"]
