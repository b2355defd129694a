import json

from copytaster.wire.article import Role

HEAD = (
    "Received: from a by b; Mon, 14 Sep 2026 05:12:30 +0000\n"
    'From: "Harbour Press" <press@harbour.example>\nTo: desk@post.example\n'
    "Subject: Press release: harbour\n closed\nDate: Mon, 14 Sep 2026 07:12:00 +0200\n"
    "Message-ID: <7@harbour.example>\nMIME-Version: 1.0\n"
)
PLAIN = 'Content-Type: text/plain; charset="utf-8"\n\n'
TEXT = "The harbour of Vestvik is closed until Wednesday.\n\nTwo ferries wait outside.\n"


def test_the_headers_give_the_fields(article):
    found = article(HEAD + PLAIN + TEXT)
    assert found.format == "mail"
    assert found.title == "Press release: harbour closed"
    assert found.date == "2026-09-14T07:12:00+02:00"
    assert found.source == "Harbour Press"
    assert found.id == found.guid == "7@harbour.example"


def test_blank_lines_before_the_headers_do_no_harm(article):
    assert article("   \n\n" + HEAD + PLAIN + TEXT).format == "mail"


def test_a_named_headline_wins_over_the_subject(article, texts):
    named = "Headline: Fire closes harbour\nSlug: harbour-fire\nByline: Ada Lunde\n\n"
    found = article(HEAD + PLAIN + named + TEXT)
    assert (found.title, found.slug, found.byline) == (
        "Fire closes harbour",
        "harbour-fire",
        "Ada Lunde",
    )
    assert texts(found, Role.BODY)[0] == "The harbour of Vestvik is closed until Wednesday."


def test_what_stands_below_two_hyphens_is_a_signature(article, texts):
    found = article(HEAD + PLAIN + TEXT + "\n-- \nAda Lunde\nHarbour Press\n")
    assert texts(found, Role.SIGNOFF) == ["Ada Lunde", "Harbour Press"]
    assert "Ada Lunde" not in texts(found, Role.BODY)


def test_the_plain_part_is_read_and_attachments_are_only_named(article, texts):
    mixed = (
        "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/html\n\n<p>HTML</p>\n"
        f"--B\n{PLAIN}{TEXT}\n--B\nContent-Type: application/zip; "
        'name="../../../evil.zip"\nContent-Disposition: attachment; filename="../../../evil.zip"\n'
        "Content-Transfer-Encoding: base64\n\nZWNobw==\n--B--\n"
    )
    found = article(HEAD + mixed)
    assert texts(found, Role.BODY)[0].startswith("The harbour of Vestvik")
    assert texts(found, Role.NOTE) == ["attachment: evil.zip"]


def test_html_alone_is_rendered(article, texts):
    page = "<p>The harbour is closed.</p><p>Ferries wait.</p>"
    html = f"Content-Type: text/html; charset=utf-8\n\n{page}"
    assert texts(article(HEAD + html), Role.BODY) == ["The harbour is closed.", "Ferries wait."]


def test_an_encoded_subject_is_one_clean_line(article):
    encoded = HEAD.replace(
        "Press release: harbour\n closed", "=?utf-8?q?Havn_lukket=0A_=C3=A6?= =?latin-1?q?=F8?="
    )
    assert article(encoded + PLAIN + TEXT).title == "Havn lukket æø"


def test_an_unknown_charset_falls_back(article, texts):
    unknown = (HEAD + "Content-Type: text/plain; charset=x-none\n\n").encode()
    found = article(unknown + "Le président a déclaré la fermeture du port.\n".encode("latin-1"))
    assert texts(found, Role.BODY) == ["Le président a déclaré la fermeture du port."]


def test_a_date_that_is_none_is_left_out(article):
    odd = HEAD.replace("Mon, 14 Sep 2026 07:12:00 +0200", "Foo, 45 Nonth 20255 99:99:99 +9999")
    assert article(odd + PLAIN + TEXT).date is None


def test_a_form_that_sends_json_gives_its_fields(article, texts):
    form = {"Headline": ["Harbour closed", ""], "Slugline": ["harbour"], "Body": [TEXT]}
    found = article(HEAD + PLAIN + json.dumps(form))
    assert (found.title, found.slug) == ("Harbour closed", "harbour")
    assert texts(found, Role.BODY)[0].startswith("The harbour of Vestvik")


def test_a_mail_without_text_says_so(article):
    found = article(HEAD + "Content-Type: image/png\n\nabc")
    assert "no text could be read in this mail" in found.warnings


def test_an_mbox_holds_many_mails(articles):
    start = "From press@harbour.example Mon Sep 14 05:12:00 2026\n"
    mail = f"{start}{HEAD}{PLAIN}{TEXT}\n>From here on.\n\n"
    found = articles(mail * 3)
    assert [(each.format, each.part) for each in found] == [("mbox", 0), ("mbox", 1), ("mbox", 2)]
    assert found[0].blocks[-1].text.endswith("From here on.")


def test_an_ordinary_text_with_a_colon_is_no_mail(article):
    text = "Subject: the harbour\n\nIt is closed. Note: ferries wait. To: everyone.\n"
    assert article(text).format == "text"
