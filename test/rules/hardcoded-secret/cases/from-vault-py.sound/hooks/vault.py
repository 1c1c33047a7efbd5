from google.cloud import secretmanager

client = secretmanager.SecretManagerServiceClient()


def secret(name):
    version = client.access_secret_version(name=f"projects/parcels/secrets/{name}/versions/latest")
    return version.payload.data
