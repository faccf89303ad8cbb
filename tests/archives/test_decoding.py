import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.archives.decoding import decoded
from claimx.archives.mojibake import without_mojibake
from claimx.archives.repairing import repaired

WELL_FORMED = [
    "Shelling killed 12 people – “doctors” said it’s over… ½ €5 n° 3",
    "En la MAÑANA de hoy, el SEÑOR PEÑA: «murieron 3». A MANHÃ DE HOJE, AMANHÃ À NOITE, SÃO JOSÉ, AÇÃO",
    "À la mairie, l’Île-de-France : 3 morts. ÉTÉ. Ã la française",
    "Погибли 12 человек — сообщили врачи",
    "قُتل ١٢ شخصًا في قصف على السوق",
    "ውስጥ 12 ሰዎች ተገድለዋል",
    "十二人在市场遇难。ｆｕｌｌ ｗｉｄｔｈ ﬁ",
    "Zażółć gęślą jaźń, đường Nguyễn, Erdoğan, Þór, Ωμέγα",
    "&amp; &lt;b&gt; cafe\u0301 \u00a0 a\r\nb \x1b[31m 😀",
]


@pytest.mark.parametrize("text", WELL_FORMED)
def test_well_formed_texts_stay_as_they_are(text):
    assert decoded(text.encode()) == (text, None)
    assert repaired(text) == (text, [])


@pytest.mark.parametrize("text", WELL_FORMED[:5])
def test_mojibake_is_repaired_and_noted(text):
    for wrong in ("cp1252", "latin-1"):
        try:
            broken = text.encode().decode(wrong)
        except UnicodeDecodeError:
            continue
        assert repaired(broken) == (text, ["mojibake repaired"])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("El Señor Peña dijo que murieron tres personas en la explosión.", "cp1252"),
        ("Les blessés ont été évacués vers l'hôpital de la région.", "cp1252"),
        ("По словам врачей, погибли двенадцать человек, ещё трое ранены.", "cp1251"),
        ("Při ostřelování tržiště zahynulo dvanáct lidí, řekl mluvčí úřadu. Další tři byli zraněni.", "cp1250"),
        ("W ostrzale targu zginęło dwanaście osób, powiedział rzecznik urzędu. Trzy zostały ranne.", "cp1250"),
        ("Pazar yerine düzenlenen saldırıda on iki kişi öldü, üç kişi yaralandı, dedi sağlık müdürlüğü.", "cp1254"),
        ("قتل اثنا عشر شخصا في قصف على السوق يوم الجمعة", "cp1256"),
        ("Killed: 12 – “civilians”, it’s said… £5, 3 m², Peña’s", "cp1252"),
        ("据当地卫生部门称，周五的炮击造成至少十二人死亡，另有三人受伤。", "gb18030"),
    ],
)
def test_what_is_not_utf_8_is_read_and_said(text, encoding):
    read, how = decoded(text.encode(encoding))
    assert read == text and how.startswith("not UTF-8: read as ")


def test_a_declared_encoding_is_believed_only_where_it_is_not_utf_8():
    assert decoded("3 morts à côté".encode(), "iso-8859-1") == ("3 morts à côté", None)
    assert decoded(b"\xb3 osoby", "iso-8859-2") == ("ł osoby", "not UTF-8: read as iso8859-2, as it declares")


def test_broken_bytes_in_utf_8_do_not_cost_the_rest():
    raw = "Señor Peña y señora Núñez ".encode() + b"\xc3" + " murió".encode()
    assert decoded(raw) == ("Señor Peña y señora Núñez \ufffd murió", "broken UTF-8: 1 bytes replaced")


def test_lone_surrogates_and_nuls():
    assert repaired("x\ud800y" + "z" * 20) == ("x\ufffdy" + "z" * 20, ["1 lone surrogates replaced"])
    assert repaired("x\0y" + "z" * 20) == ("x y" + "z" * 20, ["1 NUL characters replaced by spaces"])


def test_what_comes_out_is_text_that_every_library_accepts():
    text, _ = repaired("a\ud83d b\0" + "ÃƒÂ±" * 3 + " c" * 20)
    assert text.encode("utf-8").decode() == text and "\0" not in text


@given(st.text(max_size=60), st.sampled_from(["latin-1", "cp1252", "cp1251", "cp1250", "mac_roman"]))
def test_the_quick_look_for_mojibake_misses_none(text, wrong):
    from ftfy import fix_encoding

    from claimx.archives.mojibake import _config

    line = text.replace("\n", " ").encode("utf-8", "replace").decode(wrong, "replace").replace("\n", " ")
    for candidate in (text.replace("\n", " "), line, "He said: " + line):
        assert without_mojibake(candidate) == fix_encoding(candidate, _config())


def test_one_line_of_mojibake_among_others():
    assert repaired("“Señor”\n" + "“Señor”\n".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")) == (
        "“Señor”\n“Señor”\n",
        ["mojibake repaired"],
    )
