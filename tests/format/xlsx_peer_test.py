#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""That other programs read our tables and we read theirs: openpyxl a workbook, Python's own csv and json the others. xlsx_peer_test.py SUBS"""
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import openpyxl
except ImportError:
    openpyxl = None

SUBS = pathlib.Path()
SRT = "1\n00:00:01,000 --> 00:00:02,500\n- Who?\n- Me.\n\n2\n00:00:02,500 --> 00:00:04,000\n=1+1\n\n3\n00:00:05,000 --> 00:00:06,000\nទូក \"ធំ\", < x\n"
TEXTS = ["- Who?\n- Me.", "=1+1", "ទូក \"ធំ\", < x"]


def subs(*arguments):
    return subprocess.run([SUBS, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


class Peers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)
        (self.path / "film.srt").write_text(SRT, encoding="utf-8")

    def convert(self, source, target):
        subs("convert", self.path / source, "-o", self.path / target)
        return self.path / target

    @unittest.skipUnless(openpyxl, "there is no openpyxl")
    def test_openpyxl_reads_our_workbook(self):
        book = openpyxl.load_workbook(self.convert("film.srt", "film.xlsx"))
        rows = list(book.active.iter_rows())
        self.assertEqual([cell.value for cell in rows[0]], ["id", "start", "end", "text"])
        self.assertEqual([row[3].value for row in rows[1:]], TEXTS)
        self.assertEqual([row[1].value for row in rows[1:]], ["00:00:01.000", "00:00:02.500", "00:00:05.000"])
        # No formula, and nothing that is typed anew.
        self.assertEqual({cell.data_type for row in rows for cell in row}, {"s"})
        self.assertEqual({cell.number_format for row in rows[1:] for cell in row}, {"@"})
        self.assertEqual(book.active.freeze_panes, "A2")

    @unittest.skipUnless(openpyxl, "there is no openpyxl")
    def test_openpyxl_edits_our_workbook(self):
        path = self.convert("film.srt", "film.xlsx")
        book = openpyxl.load_workbook(path)
        book.active["D2"] = "Edited"
        book.active.append([4, "00:00:07.000", "00:00:08.000", "Added"])
        book.save(path)
        cues = json.loads(subs("dump", path))["cues"]
        self.assertEqual([cue["text"] for cue in cues], ["Edited", *TEXTS[1:], "Added"])
        self.assertEqual(cues[3]["start_ms"], 7000)
        self.assertEqual(cues[3]["id"], "4")

    @unittest.skipUnless(openpyxl, "there is no openpyxl")
    def test_a_workbook_that_was_edited_in_place_is_read(self):
        path = self.path / "theirs.xlsx"
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["start", "end", "text", "words"])
        for row in range(2, 5):
            sheet.append([f"00:00:0{row}.000", f"00:00:0{row}.500", f"text {row}", f"=LEN(C{row})"])
        sheet["C2"].font = openpyxl.styles.Font(bold=True)
        book.create_sheet("other")["A1"] = "kept"
        book.save(path)
        subs("shift", "--by", "1s", path, "-o", self.path / "shifted.xlsx")
        again = openpyxl.load_workbook(self.path / "shifted.xlsx")
        self.assertEqual([row[0].value for row in again.active.iter_rows(min_row=2)], ["00:00:03.000", "00:00:04.000", "00:00:05.000"])
        self.assertEqual(again.active["D3"].value, "=LEN(C3)")
        self.assertTrue(again.active["C2"].font.bold)
        self.assertEqual(again["other"]["A1"].value, "kept")

    @unittest.skipUnless(openpyxl, "there is no openpyxl")
    def test_dates_lengths_and_formulas_of_openpyxl(self):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["start", "end", "text"])
        sheet.append([datetime.time(0, 0, 10), datetime.time(0, 0, 12), datetime.date(2024, 5, 6)])
        sheet.append([datetime.timedelta(hours=25), datetime.timedelta(hours=25, seconds=1), "=A1"])
        sheet.append([datetime.datetime(2024, 1, 1, 0, 0, 10), None, "no time"])
        path = self.path / "dates.xlsx"
        book.save(path)
        read = json.loads(subs("dump", path))
        self.assertEqual([cue["start_ms"] for cue in read["cues"]], [10_000, 90_000_000])
        self.assertEqual([cue["text"] for cue in read["cues"]], ["2024-05-06", ""])
        codes = {said["code"] for said in read["diagnostics"]}
        self.assertLessEqual({"xlsx.bad-time", "xlsx.no-result"}, codes)
        self.assertNotIn("xlsx.unsure-value", codes)

    def test_python_reads_our_csv_and_json(self):
        with open(self.convert("film.srt", "film.csv"), newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["text"] for row in rows], ["'" + text if text[0] in "-=" else text for text in TEXTS])
        cues = json.loads(self.convert("film.srt", "film.json").read_text(encoding="utf-8"))["cues"]
        self.assertEqual([cue["text"] for cue in cues], TEXTS)

    def test_we_read_what_python_writes(self):
        with open(self.path / "theirs.csv", "w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(["start", "end", "text"])
            for number, text in enumerate(TEXTS):
                table.writerow([number, number + 0.5, text])
        cues = json.loads(subs("dump", self.path / "theirs.csv"))["cues"]
        self.assertEqual([cue["text"] for cue in cues], TEXTS)
        self.assertEqual(cues[1]["end_ms"], 1500)

    def test_every_table_goes_back_to_the_same_subtitles(self):
        for ending in ("csv", "tsv", "xlsx", "json"):
            with self.subTest(ending=ending):
                self.convert("film.srt", "film." + ending)
                self.assertEqual(self.convert("film." + ending, f"back-{ending}.srt").read_text(encoding="utf-8"), SRT)


if __name__ == "__main__":
    SUBS = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
