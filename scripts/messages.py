"""Every sentence of the set-up, in Chinese and English; the shell's language chooses."""

from __future__ import annotations

import os
import sys

TEXTS = {
    "help": (
        "吉林产业带地图集\n\n"
        "  make run          安装所需并启动应用（PORT=8501，HOST=127.0.0.1 可改）\n"
        "  make test         全部检查与测试，含真实浏览器\n"
        "  make check        快速检查（90 秒内）：代码规范、类型、数据、单元测试\n"
        "  make build        由 data/*.csv 重新生成 data/built/\n"
        "  make bench        性能测量\n"
        "  make screenshots  把每个页面截图到 screenshots/\n"
        "  make clean        删除 make 生成的一切\n",
        "Jilin Belt Atlas\n\n"
        "  make run          install what is needed and serve the app\n"
        "                    (PORT=8501 and HOST=127.0.0.1 unless you say otherwise)\n"
        "  make test         every check and test, in a real browser too\n"
        "  make check        the quick ones, within 90 s: lint, types, data, unit tests\n"
        "  make build        make data/built/ again from data/*.csv\n"
        "  make bench        measure speed\n"
        "  make screenshots  a picture of every page, in screenshots/\n"
        "  make clean        remove whatever make has made\n",
    ),
    "unknown-command": (
        "没有“{name}”这个命令；用 make help 查看全部命令。",
        "There is no command `{name}`; `make help` lists them.",
    ),
    "python-too-old": (
        "需要 Python 3.11 或更新版本，这里只有 {version}。\n"
        "请安装：Debian/Ubuntu 用 sudo apt-get install python3 python3-venv；"
        "macOS 用 brew install python，或从 https://www.python.org/downloads/ 下载。",
        "Python 3.11 or newer is needed; this machine has {version}.\n"
        "Install it: `sudo apt-get install python3 python3-venv` on Debian or Ubuntu, "
        "`brew install python` on macOS, or from https://www.python.org/downloads/.",
    ),
    "no-venv-module": (
        "{python} 不能创建虚拟环境。请执行：sudo apt-get install python3-venv，然后重试。\n"
        "{detail}",
        "{python} cannot make a virtual environment. Run `sudo apt-get install python3-venv` "
        "and try again.\n{detail}",
    ),
    "making-venv": ("正在创建 .venv（{python}）…", "Making .venv with {python} …"),
    "installing": (
        "正在安装 Python 软件包，首次需要一至数分钟…",
        "Installing Python packages; the first time takes a minute or more …",
    ),
    "repairing": ("正在修复损坏的软件包：{names}", "Repairing damaged packages: {names}"),
    "pip-offline": (
        "连不上 Python 软件包源，未能安装：{files}。\n"
        "请检查网络或代理（HTTPS_PROXY）；如需镜像，请设置 PIP_INDEX_URL，然后再次运行同一命令。\n"
        "{detail}",
        "The Python package index cannot be reached, so these were not installed: {files}.\n"
        "Check the network or the proxy (HTTPS_PROXY), or name a mirror in PIP_INDEX_URL, "
        "and run the same command again.\n{detail}",
    ),
    "pip-failed": (
        "pip 未能安装 {files}；再次运行会从头修复。pip 的最后几行输出：\n{detail}",
        "pip could not install {files}; running again repairs what is half done. "
        "The end of what pip said:\n{detail}",
    ),
    "still-damaged": (
        "重新安装后 .venv 仍不完整：{names}。请执行 make clean，再重试。",
        ".venv is still incomplete after installing again: {names}. "
        "Run `make clean` and try again.",
    ),
    "getting-npm": (
        "本机没有可用的 npm，正在把它装进 .venv…",
        "There is no usable npm here; installing one into .venv …",
    ),
    "no-npm": (
        "没有 npm，也连不上 Python 软件包源去安装它，因此缺少 {names}。\n"
        "请安装 Node.js（附带 npm），或联网后再次运行同一命令。\n{detail}",
        "There is no npm, and the Python package index that could bring one cannot be reached, "
        "so this is missing: {names}.\n"
        "Install Node.js (it brings npm), or connect to the network and run the same command "
        "again.\n{detail}",
    ),
    "installing-npm": ("正在用 npm 安装 {names}…", "Installing {names} with npm …"),
    "npm-failed": (
        "npm 未能安装 {names}。请检查网络或代理；如需镜像，请执行 npm config set registry 地址，"
        "然后再次运行同一命令。\n{detail}",
        "npm could not install {names}. Check the network or the proxy, or name a mirror with "
        "`npm config set registry ADDRESS`, and run the same command again.\n{detail}",
    ),
    "npm-incomplete": (
        "npm 安装后仍缺少 {path}。请删除 node_modules 文件夹，再重试。",
        "{path} is missing even after npm has run. Delete the folder node_modules and try again.",
    ),
    "no-esbuild": (
        "没有安装 esbuild，无法打包浏览器端的脚本。请执行 make run 或 npm ci，然后重试。",
        "esbuild is not installed, so the browser's scripts cannot be bundled. "
        "Run `make run` or `npm ci` and try again.",
    ),
    "bundle-failed": (
        "esbuild 未能打包 {path}：\n{detail}",
        "esbuild could not bundle {path}:\n{detail}",
    ),
    "bad-port": (
        "PORT={port} 不是 1 到 65535 之间的端口号。例如：make run PORT=8600",
        "PORT={port} is not a port number from 1 to 65535. For example: make run PORT=8600",
    ),
    "port-in-use": (
        "端口 {port} 已被其他程序占用。请换一个：make run PORT={free}",
        "Port {port} is in use by another program. Choose another: make run PORT={free}",
    ),
    "port-refused": (
        "系统不允许使用端口 {port}（{detail}）。请用 1024 以上的端口：make run PORT=8501",
        "The system does not allow port {port} ({detail}). Choose one above 1024: "
        "make run PORT=8501",
    ),
    "bad-host": (
        "HOST={host} 不是本机的地址（{detail}）。"
        "只供本机使用：HOST=127.0.0.1；供局域网使用：HOST=0.0.0.0",
        "HOST={host} is not an address of this machine ({detail}). "
        "HOST=127.0.0.1 serves this machine only, HOST=0.0.0.0 the whole network.",
    ),
    "serving": (
        "应用地址：http://{host}:{port}  （Ctrl+C 停止）",
        "The atlas is at http://{host}:{port}  (Ctrl+C stops it)",
    ),
    "not-there": ("缺少 {path}，无法继续。", "{path} is missing; there is nothing to run."),
    "installing-browser": (
        "没有找到 Chromium 或 Chrome，正在安装…",
        "No Chromium or Chrome found; installing one …",
    ),
    "no-browser": (
        "浏览器测试需要 Chromium 或 Chrome，这里没有，也未能安装。\n"
        "Debian：sudo apt-get install chromium；macOS：安装 Google Chrome；"
        "或用 CHROMIUM=/路径/chrome make test 指明已有的浏览器。\n{detail}",
        "The browser tests need Chromium or Chrome; there is none, and installing one failed.\n"
        "On Debian: `sudo apt-get install chromium`; on macOS: install Google Chrome; "
        "or name one you have: CHROMIUM=/path/to/chrome make test\n{detail}",
    ),
    "bad-browser": (
        "CHROMIUM={path} 不能运行。请改正路径，或取消这个变量。",
        "CHROMIUM={path} does not run. Correct the path or unset the variable.",
    ),
    "installing-font": (
        "没有中文字体，正在安装…",
        "No font for Chinese found; installing one …",
    ),
    "no-font": (
        "浏览器测试需要一种中文字体，这里没有，也未能安装。\n"
        "Debian：sudo apt-get install {package}\n{detail}",
        "The browser tests need a font for Chinese; there is none, and installing one failed.\n"
        "On Debian: `sudo apt-get install {package}`\n{detail}",
    ),
    "other-setup": (
        "另一个 make 正在安装，等待它结束…",
        "Another make is installing; waiting for it …",
    ),
    "system": (
        "系统拒绝了操作：{detail}\n请检查权限与磁盘空间，然后重试。",
        "The system refused: {detail}\nCheck permissions and disk space and try again.",
    ),
    "interrupted": (
        "已中断；下次运行会自动修复。",
        "Interrupted; the next run repairs what is half done.",
    ),
    "side-by-side": (
        "{steps} 项同时进行，每项结束时显示其全部输出…",
        "{steps} steps side by side; each shows what it said when it ends …",
    ),
    "summary": ("小结", "Summary"),
    "passed": ("通过", "passed"),
    "failed": ("失败", "FAILED"),
    "not-run": ("未运行", "not run"),
}


class SetupError(Exception):
    """Something the user can mend; its text says how."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(text(key, **values))


def language() -> str:
    """Return "zh" when the shell speaks Chinese, else "en"."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "zh" if chosen.lower().startswith("zh") else "en"


def text(key: str, **values: object) -> str:
    """Return a sentence in the shell's language."""
    chinese, english = TEXTS[key]
    return (chinese if language() == "zh" else english).format(**values).rstrip()


def say(key: str, **values: object) -> None:
    """Print a sentence at once, before what follows it."""
    print(text(key, **values), flush=True)


def speak_any_encoding() -> None:
    """Keep a shell without Unicode from turning a message into an encoding error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
