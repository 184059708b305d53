#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Records from dated appointments: a document for each person, a sentence for each appointment.

    examples/ministers/convert.py APPOINTMENTS.jsonl > records.jsonl

Each line of the input has "facts", each with "person" (names, the usual one last), "post", "body", "from",
"to" (null: still in post) and "acting". An appointment that ends before it begins is left out and named.
"""
import json
import re
import sys
from collections import defaultdict


def record_of(names, appointments):
    sentences, bodies, tenures, at = [], {}, [], 0
    for fact in appointments:
        until = f"to {fact['to']}" if fact["to"] else "and still in post"
        acting = ", acting" if fact["acting"] else ""
        sentence = f"{names[-1]}: {fact['post']}, {fact['body']}{acting}, from {fact['from']} {until}."
        body = bodies.setdefault(fact["body"], f"b{len(bodies) + 1}")
        tenure = {"person": "p1", "title": fact["post"], "role": fact["post"], "body": body,
                  "status": "acting" if fact["acting"] else "current", "from": fact["from"],
                  "open": "ended" if fact["to"] else "ongoing",
                  "evidence": [{"start": at, "end": at + len(sentence), "quote": sentence,
                                "rule": "appointment"}]}
        if fact["to"]:
            tenure["to"] = fact["to"]
        tenures.append(tenure)
        sentences.append(sentence)
        at += len(sentence) + 1
    return {"document": {"id": re.sub(r"\W+", "-", " ".join(reversed(names)).lower()).strip("-"),
                         "lang": "en", "text": "\n".join(sentences)},
            "people": [{"id": "p1", "name": names[-1], "forms": list(names[:-1])}],
            "bodies": [{"id": id_, "name": name, "level": "country"} for name, id_ in bodies.items()],
            "tenures": tenures}


def main():
    by_person = defaultdict(list)
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            for fact in json.loads(line)["facts"]:
                if fact["to"] and fact["to"] < fact["from"]:
                    print(f"left out: {fact['person'][-1]}, {fact['post']}, from {fact['from']} to "
                          f"{fact['to']}", file=sys.stderr)
                    continue
                by_person[tuple(fact["person"])].append(fact)
    for names, appointments in sorted(by_person.items()):
        appointments.sort(key=lambda fact: (fact["from"], fact["post"], fact["body"]))
        print(json.dumps(record_of(names, appointments), ensure_ascii=False))


if __name__ == "__main__":
    main()
