"""The address bar: what was just replaced is an echo, what comes later is a wish."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from components import link

    link.read_address("")
    shown = link.read_value("city", "none", link.one_of(("changchun", "jilin")))
    st.button("go", key="go", on_click=link.put_value, args=("city", "jilin"))
    st.text(shown)
    link.write_address()


def test_an_address_replaced_just_now_is_an_echo() -> None:
    at = AppTest.from_function(page)
    at.query_params["city"] = "changchun"
    assert at.run().text[0].value == "changchun"
    at.button(key="go").click().run()
    assert at.text[0].value == "jilin"
    at.query_params["city"] = "changchun"  # sent before the browser heard of the change
    assert at.run().text[0].value == "jilin"
    at.session_state["written"] = 0.0
    at.query_params["city"] = "changchun"  # the reader went back
    assert at.run().text[0].value == "changchun"


def page_with_notices() -> None:
    import streamlit as st

    from components import link

    link.read_address("")
    link.read_value("city", "none", link.one_of(("changchun", "jilin")))
    st.button("own accord", key="own", on_click=link.repeat_notices)
    st.button("reader", key="reader")
    st.text(", ".join(link.take_notices()))
    link.write_address()


def test_a_run_of_the_pages_own_accord_says_the_notices_again() -> None:
    at = AppTest.from_function(page_with_notices)
    at.query_params["city"] = "atlantis"
    assert at.run().text[0].value == "atlantis"
    assert at.button(key="own").click().run().text[0].value == "atlantis"
    assert at.button(key="reader").click().run().text[0].value == ""
