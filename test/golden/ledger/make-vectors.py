"""Writes the golden log and its exports from the definitions alone, by code that shares nothing with the product."""

import base64
import hashlib
import json
import pathlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

here = pathlib.Path(__file__).parent
key = Ed25519PrivateKey.from_private_bytes(
    bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
)
public_key = base64.b64encode(key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


def jcs(value):
    """RFC 8785 for the values used here: ASCII keys, whole numbers, text without escapes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sha(data):
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).digest()


def sign(text):
    return base64.b64encode(key.sign(text.encode())).decode()


def tree(leaves):
    """RFC 9162, 2.1.1, on leaf hashes."""
    if len(leaves) == 0:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha(b"\x01" + tree(leaves[:k]) + tree(leaves[k:]))


def path(index, leaves):
    """RFC 9162, 2.1.3.1, on leaf hashes."""
    if len(leaves) == 1:
        return []
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if index < k:
        return path(index, leaves[:k]) + [tree(leaves[k:])]
    return path(index - k, leaves[k:]) + [tree(leaves[:k])]


heads, rows, leaves = {}, [], []
for n in range(1, 13):
    stream = ["case-a", "case-b", "installation"][n % 3]
    seq, previous = heads.get(stream, (0, ""))
    event = {
        "v": 1,
        "stream": stream,
        "seq": seq + 1,
        "kind": "noted",
        "at": 1767603600000 + n * 1000,
        "actor": {"kind": "person", "id": f"p{n % 2}"},
        "command": {"id": f"c{n}", "body": sha(f"body {n}").hex()},
        "data": {"place": n, "word": "grün", "deep": {"b": [1, None, True], "a": ""}},
    }
    sealed = {}
    if n % 2 == 0:
        sealed = {"comment": {"salt": sha(f"salt {n}").hex()[:32], "value": {"text": f"Nr. {n} «ok»", "n": n}}}
        event["seals"] = {name: sha(part["salt"] + jcs(part["value"])).hex() for name, part in sealed.items()}
    if n == 8:
        sealed = {}  # erased
    digest = sha(jcs({"event": event, "previous": previous})).hex()
    row = {"position": n, "stream": stream, "seq": seq + 1, "event": event, "hash": digest}
    if sealed:
        row["sealed"] = sealed
    heads[stream] = (seq + 1, digest)
    rows.append((row, previous))
    leaf = {"position": n, "stream": stream, "seq": seq + 1, "hash": digest}
    leaves.append(sha(b"\x00" + jcs(leaf).encode()))


def checkpoint(size, previous):
    content = {
        "size": size,
        "root": tree(leaves[:size]).hex(),
        "previous": previous,
        "generation": 1,
        "at": 1767603600000 + size * 1000,
    }
    text = "signalbox checkpoint v1\n" + jcs(content)
    return {"checkpoint": content, "signature": sign(text)}, sha(text).hex()


first, first_hash = checkpoint(5, None)
second, second_hash = checkpoint(12, first_hash)


def export(name, lines, count, checkpoints):
    body = "".join(jcs(line) + "\n" for line in lines)
    trailer = {"rows": count, "checkpoints": checkpoints, "root": tree(leaves).hex(), "digest": sha(body).hex()}
    end = {"trailer": trailer, "signature": sign("signalbox export v1\n" + jcs(trailer))}
    (here / name).write_text(body + jcs(end) + "\n", encoding="utf-8")


header = {
    "format": "signalbox-log",
    "version": 1,
    "generation": 1,
    "complete": True,
    "from": 1,
    "to": 12,
    "publicKey": public_key,
    "exportedAt": 1767610000000,
}
lines = [header]
for row, _ in rows:
    lines.append(row)
    if row["position"] == 5:
        lines.append(first)
    if row["position"] == 12:
        lines.append(second)
export("complete.jsonl", lines, 12, 2)

wanted = [
    {**row, "previous": previous, "proof": [part.hex() for part in path(row["position"] - 1, leaves)]}
    for row, previous in rows
    if row["stream"] == "case-b"
]
head = {**header, "complete": False, "filter": {"stream": "case-b"}}
export("filtered.jsonl", [head, second, *wanted], len(wanted), 1)

(here / "checkpoint.json").write_text(jcs(first) + "\n", encoding="utf-8")
vectors = {
    "publicKey": public_key,
    "events": [{"event": row["event"], "previous": previous, "hash": row["hash"]} for row, previous in rows],
    "seals": [
        {"salt": part["salt"], "value": part["value"], "seal": row["event"]["seals"][name]}
        for row, _ in rows
        for name, part in row.get("sealed", {}).items()
    ],
    "leaves": [leaf.hex() for leaf in leaves],
    "roots": [tree(leaves[:size]).hex() for size in range(len(leaves) + 1)],
    "checkpointHashes": [first_hash, second_hash],
}
(here / "vectors.json").write_text(json.dumps(vectors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
