import subprocess


def run(*words):
    return subprocess.check_output("git " + " ".join(words), shell=True)
