"""Cuts the paper fonts from Debian's fonts-inter 4.0~beta7 (Inter 3.19, OFL): python3 cut.py SOURCE_DIR; needs fonttools.

Each cut keeps only the letters a counter prints, has tabular figures baked in (so that no shaping feature is asked for at
run time, which pdfkit cannot cache), and maps every character to a glyph of its own (so that shared glyphs never mix up the
text that a reader copies out of the PDF). The code cut has a slashed zero and a serifed I, because people read chassis numbers
and payment codes aloud from paper; plates are set in bold, as plates show a plain zero.
"""
import copy
import sys
from pathlib import Path

from fontTools.misc.timeTools import timestampFromString
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

PRINTED = [*range(0x20, 0x7F), *range(0xA1, 0x180), *map(ord, "‑–—‘’“”•…→✓−")]
CUTS = {
    "Inter-Regular.ttf": ("Inter-Regular.otf", ["tnum"]),
    "Inter-Bold.ttf": ("Inter-Bold.otf", ["tnum"]),
    "InterCode-Medium.ttf": ("Inter-Medium.otf", ["tnum", "zero", "ss02"]),
}


def substitutions(font, tag):
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    yield from getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}).items()


def bake(font, tags):
    best = {code: name for code, name in font.getBestCmap().items() if code in PRINTED}
    for tag in tags:
        swap = dict(substitutions(font, tag))
        best = {code: swap.get(name, name) for code, name in best.items()}
    taken = set()
    for code in sorted(best):
        if best[code] in taken:
            del best[code]
        else:
            taken.add(best[code])
    for table in font["cmap"].tables:
        table.cmap = dict(best)


def outline_as_truetype(font):
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    quadratic = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        quadratic[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, quadratic
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion = 0x00010000
    maxp.maxZones, maxp.maxTwilightPoints, maxp.maxStorage = 1, 0, 0
    maxp.maxFunctionDefs = maxp.maxInstructionDefs = maxp.maxStackElements = maxp.maxSizeOfInstructions = 0
    maxp.maxComponentElements = 0
    maxp.numGlyphs = len(order)
    glyf.compile(font)
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 3.0, [], {}
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"


def cut(source, target, tags):
    font = TTFont(source)
    bake(font, tags)
    options = Options(layout_features=["kern"], drop_tables=["GSUB", "GDEF"], hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=PRINTED)
    subsetter.subset(font)
    outline_as_truetype(font)
    family = target.removesuffix(".ttf")
    font["name"].setName(family, 6, 3, 1, 0x409)
    font["name"].setName(family.replace("-", " "), 4, 3, 1, 0x409)
    font["head"].modified = timestampFromString("Sun Nov 22 00:00:00 2026")
    font.recalcTimestamp = False
    font.save(target)
    print(target, font["maxp"].numGlyphs, "glyphs", Path(target).stat().st_size, "bytes")


for name, (file, features) in CUTS.items():
    cut(Path(sys.argv[1]) / file, name, features)
