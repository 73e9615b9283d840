"""Small files of every format, made here: invented texts, no binaries."""

import gzip
import io
import mailbox
import zipfile

import docx

TITLE = "Orvieu cède la vallée de Tarsk"
LEAD = "Le gouvernement d'Orvieu a annoncé jeudi le retrait de ses troupes de la vallée de Tarsk."
BODY = "« Nous tiendrons parole », a déclaré la ministre, Anna Vels, devant les députés réunis à huis clos."
PAGE = f"<html lang='fr'><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>{LEAD}</p><p>{BODY}</p></article></body></html>"


def europresse_article(
    title=TITLE,
    header="Monde, jeudi 4 mars 2021 412 mots, p. 3",
    outlet="Le Courrier du Nord, no. 24107<br>France, édition nationale",
    body=f"<div class='docOcurrContainer'><p>{LEAD}</p><p>{BODY}</p></div>",
    number="news·20210304·CDN·000000000001",
    extra="",
):
    return (
        f"<article><header><div class='rdp__DocPublicationName'><span class='DocPublicationName'>{outlet}</span></div>"
        f"<div><span class='DocHeader'>{header}</span></div><div class='titreArticle'><p class='sm-margin-bottomNews'>Sud</p>"
        f"<p class='sm-margin-TopNews titreArticleVisu'>{title}</p>{extra}</div><p class='sm-margin-bottomNews'>Jean Valmont</p>"
        f"</header><section><div class='DocText clearfix'>{body}</div></section><footer><small>© 2021 Le Courrier du Nord."
        f"</small><div class='publiC'><div class='publiC-lblNodoc'>{number}</div></div></footer></article>"
    )


def europresse(*articles, before="", charset="utf-8"):
    page = (
        f"<!DOCTYPE html><html><head><meta charset='{charset}'></head><body>{before}{''.join(articles)}</body></html>"
    )
    return page.encode()


def factiva_record(title=TITLE, number="CDN0000020210304eh340001x", day="4 mars 2021", lead=LEAD, body=BODY):
    return (
        f"SE Monde\nHD {title}\nBY Jean Valmont\nWC 412 mots\nPD {day}\nET 17:05\nSN Le Courrier du Nord\nSC CDN\nLA Français\n"
        f"CY Copyright 2021. Le Courrier du Nord.\nLP\n{lead}\n\nTD\n{body}\n\nRE orv : Orvieu\nNS gdip : Diplomatie\nAN Document {number}\n"
    )


def factiva_html(*titles):
    def row(code, value):
        return f"<tr><td class='index'><b>&nbsp;{code}</b>&nbsp;</td><td>{value}</td></tr>"

    def article(number, title):
        rows = [
            ("HD", title),
            ("WC", "412 mots"),
            ("PD", "4 mars 2021"),
            ("SN", "Le Courrier du Nord"),
            ("LP", f"<p>{LEAD}</p>"),
        ]
        rows += [("TD", f"<p>{BODY}</p>"), ("AN", f"Document CDN0000020210304eh34000{number}x")]
        return f"<div class='article frArticle'><table>{''.join(row(*r) for r in rows)}</table></div><hr>"

    return f"<html><body>{''.join(article(n, t) for n, t in enumerate(titles, 1))}</body></html>".encode()


def nexis_lines(title=TITLE, day="4 mars 2021 jeudi", body=(LEAD, BODY), outlet="Le Courrier du Nord"):
    head = [title, outlet, day, "", "Copyright 2021 Le Courrier du Nord Tous droits réservés", "Section: MONDE; p. 3"]
    return [
        *head,
        "Length: 412 words",
        "Byline: Jean Valmont",
        "Body",
        "",
        *body,
        "Load-Date: March 5, 2021",
        "",
        "End of Document",
    ]


def document(lines, title=None):
    made = docx.Document()
    if title:
        made.add_heading(title, 0)
    for line in lines:
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def feed(*entries, title="Le Courrier du Nord"):
    items = "".join(f"<item>{entry}</item>" for entry in entries)
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    return f"<?xml version='1.0' encoding='utf-8'?>\n<rss version='2.0' {space}><channel><title>{title}</title>{items}</channel></rss>".encode()


ENTRY = (
    f"<title>{TITLE}</title><link>https://www.courrier-nord.example/tarsk</link><guid>n1</guid>"
    f"<pubDate>Thu, 04 Mar 2021 23:30:00 -0500</pubDate><description>{LEAD}</description>"
    f"<content:encoded><![CDATA[<p>{LEAD}</p><p>{BODY}</p>]]></content:encoded>"
)
ATOM = (
    f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Le Courrier du Nord</title><entry><title>{TITLE}</title><id>n1</id>"
    f"<link href='https://www.courrier-nord.example/tarsk'/><updated>2021-03-04T18:00:00Z</updated>"
    f"<content type='html'>&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"
).encode()


def mail(subject=TITLE, text=f"{LEAD}\n\n{BODY}\n", number=1):
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "La Lettre du Nord <lettre@courrier-nord.example>"
    message["To"] = "lectrice@exemple.example"
    message["Subject"] = subject
    message["Date"] = "Thu, 04 Mar 2021 23:30:00 -0500"
    message["Message-ID"] = f"<n{number}@courrier-nord.example>"
    message.set_content(text)
    return message


def mbox(tmp_path, *messages):
    path = tmp_path / "made.mbox"
    box = mailbox.mbox(path)
    for message in messages:
        box.add(message)
    box.close()
    return path.read_bytes()


def pdf(*pages):
    """Make a PDF file of pages, each a list of lines."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
        stream = "BT /F1 11 Tf 14 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()


def warc(*pages, packed=False):
    """Make a web archive of pages (url, content type, body, status)."""
    out = b""
    for number, (url, kind, body, status) in enumerate(pages):
        data = body if isinstance(body, bytes) else body.encode()
        http = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Date: 2021-03-05T10:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        out += gzip.compress(record) if packed else record
    return out


def archive(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()
