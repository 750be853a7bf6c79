"""The front server that deploy/ describes, before a served site."""

import getpass
import grp
import os
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from tests.browser.needs import find_program
from tests.served_site import wait_for
from tests.workers import free_port

CONFIGURATION = Path(settings.BASE_DIR) / "deploy" / "nginx-site.conf"
ADVICE = "Needs nginx. On Debian: apt install nginx"
MAIN = """
daemon off;
user {user} {group};
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@contextmanager
def front_server(site, folder: Path):
    """Serve a site through nginx with the configuration of deploy/; yield its address."""
    program = find_program(
        ["nginx", "/usr/sbin/nginx"], "Needs nginx. On Debian: apt install nginx"
    )
    port = free_port()
    (folder / "site.conf").write_text(configuration(site, folder, port))
    (folder / "nginx.conf").write_text(
        MAIN.format(folder=folder, user=getpass.getuser(), group=grp.getgrgid(os.getgid()).gr_name)
    )
    arguments = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    with (folder / "said").open("w") as said:
        server = subprocess.Popen(arguments, stdout=said, stderr=said)
        try:
            wait_for(f"http://localhost:{port}", server, folder / "said")
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait()


def configuration(site, folder, port) -> str:
    """The site's configuration, with the ports and folders of this machine."""
    text = CONFIGURATION.read_text()
    for declared, here in {
        r"server 127.0.0.1:8000": f"server 127.0.0.1:{urlsplit(site.url).port}",
        r"/var/cache/nginx-coalition": f"{folder}/cache",
        r"/var/log/nginx/": f"{folder}/",
        r"/var/lib/coalition": str(site.var_dir),
        r"listen 80;": f"listen {port};",
        r"listen \[::\]:80;": "",
        r"server_name example.org": "server_name localhost",
    }.items():
        text, found = re.subn(declared, here, text)
        assert found, declared
    return text
