"""What is installed: the domain, and the facts and words it reads, which stand beside it here."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["geo", "geo.*"]), "geo.data", "geo.locales"],
    package_dir={"geo.data": "data", "geo.locales": "locales"},
    package_data={
        "geo.data": ["*.csv", "*.json", "*.geojson", "*.md", "built/*"],
        "geo.locales": ["*/LC_MESSAGES/*.po"],
    },
)
