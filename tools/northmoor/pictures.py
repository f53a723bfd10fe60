"""The demo's pictures: plain shapes with soft edges, drawn here, so that they are ours and the same every time."""

import struct
import zlib
from math import hypot

INK, PAPER, SAND, STONE = (38, 43, 56), (250, 248, 243), (232, 226, 212), (196, 190, 178)
TEAL, DEEP, WARM, SKIN, FAIR = (47, 128, 128), (28, 82, 92), (214, 110, 60), (150, 99, 72), (233, 196, 170)
SILVER, ROSE, BLUE, LEAF = (206, 208, 212), (190, 98, 108), (76, 120, 168), (120, 150, 96)


class Sheet:
    def __init__(self, width, height, ground):
        self.width, self.height = width, height
        self.rows = [bytearray(bytes(ground) * width) for _ in range(height)]

    def _fill(self, box, distance, color):
        """Covers the pixels of `box` whose centre lies within the shape, softly at the edge."""
        x0, y0, x1, y1 = (max(0, int(box[0]) - 1), max(0, int(box[1]) - 1),
                          min(self.width, int(box[2]) + 2), min(self.height, int(box[3]) + 2))
        for y in range(y0, y1):
            row = self.rows[y]
            for x in range(x0, x1):
                cover = 0.5 - distance(x + 0.5, y + 0.5)
                if cover <= 0:
                    continue
                cover = min(1.0, cover)
                for c in range(3):
                    at = 3 * x + c
                    row[at] = round(row[at] + (color[c] - row[at]) * cover)

    def disc(self, x, y, r, color):
        self._fill((x - r, y - r, x + r, y + r), lambda px, py: hypot(px - x, py - y) - r, color)

    def ring(self, x, y, r, width, color):
        reach = r + width / 2
        self._fill((x - reach, y - reach, x + reach, y + reach),
                   lambda px, py: abs(hypot(px - x, py - y) - r) - width / 2, color)

    def box(self, x, y, w, h, color, r=0):
        def distance(px, py):
            dx = abs(px - x - w / 2) - w / 2 + r
            dy = abs(py - y - h / 2) - h / 2 + r
            return hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - r
        self._fill((x, y, x + w, y + h), distance, color)

    def line(self, points, width, color):
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            def distance(px, py):
                dx, dy = bx - ax, by - ay
                t = max(0, min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
                return hypot(px - ax - t * dx, py - ay - t * dy) - width / 2
            half = width / 2
            self._fill((min(ax, bx) - half, min(ay, by) - half, max(ax, bx) + half, max(ay, by) + half),
                       distance, color)

    def png(self):
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        pixels = b"".join(b"\0" + bytes(row) for row in self.rows)
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels, 9))
                + chunk(b"IEND", b""))


def person(sheet, x, y, size, skin, hair, coat, long_hair):
    """Head and shoulders; (x, y) is the middle of the face, `size` its radius."""
    if long_hair:
        sheet.box(x - 1.15 * size, y - 0.9 * size, 2.3 * size, 2.3 * size, hair, 0.9 * size)
    sheet.box(x - 1.9 * size, y + 1.25 * size, 3.8 * size, 4 * size, coat, 1.3 * size)
    sheet.box(x - 0.38 * size, y + 0.5 * size, 0.76 * size, 1.15 * size, skin, 0.35 * size)
    sheet.disc(x, y - 0.28 * size, 1.08 * size, hair)
    sheet.box(x - 0.86 * size, y - 0.72 * size, 1.72 * size, 1.78 * size, skin, 0.8 * size)
    for side in (-1, 1):
        sheet.disc(x + side * 0.34 * size, y + 0.02 * size, 0.09 * size, INK)
    sheet.line([(x - 0.25 * size, y + 0.5 * size), (x, y + 0.57 * size), (x + 0.25 * size, y + 0.5 * size)],
               0.08 * size, INK)


def amara():
    sheet = Sheet(240, 240, (206, 222, 220))
    person(sheet, 120, 106, 46, SKIN, (40, 30, 32), TEAL, True)
    sheet.line([(100, 172), (120, 194), (140, 172)], 6, PAPER)
    sheet.box(150, 190, 26, 16, PAPER, 3)
    return sheet.png()


def larkins():
    sheet = Sheet(240, 240, (228, 220, 204))
    person(sheet, 82, 100, 36, FAIR, SILVER, BLUE, False)
    person(sheet, 160, 118, 35, (240, 208, 186), (222, 220, 218), ROSE, True)
    for x in (146, 174):
        sheet.ring(x, 119, 10, 3, INK)
    sheet.line([(156, 119), (164, 119)], 3, INK)
    return sheet.png()


def letter():
    sheet = Sheet(480, 320, SAND)
    sheet.box(118, 26, 250, 330, STONE, 4)
    sheet.box(112, 20, 250, 330, PAPER, 4)
    sheet.box(134, 44, 62, 20, WARM, 4)
    for y, width in ((88, 130), (108, 196), (122, 202), (136, 150), (236, 200), (250, 184), (264, 120)):
        sheet.box(134, y, width, 6, STONE, 3)
    sheet.box(134, 160, 204, 56, (250, 229, 216), 6)
    sheet.box(148, 172, 84, 8, STONE, 4)
    sheet.line([(152, 200), (172, 198), (192, 192), (212, 180)], 5, WARM)
    sheet.box(268, 176, 56, 24, WARM, 4)
    return sheet.png()


def phone(ground):
    sheet = Sheet(480, 320, ground)
    sheet.box(158, 10, 164, 330, INK, 26)
    sheet.box(168, 22, 144, 330, PAPER, 18)
    return sheet


def app_home():
    sheet = phone((214, 226, 222))
    sheet.box(182, 40, 70, 10, INK, 5)
    sheet.ring(240, 130, 48, 12, SAND)
    for x, y in ((193, 142), (192, 126), (197, 109), (207, 95), (221, 86), (237, 82), (253, 84), (267, 91)):
        sheet.disc(x, y, 6, WARM)
    sheet.box(216, 118, 22, 26, INK, 4)
    sheet.box(243, 118, 22, 26, INK, 4)
    for i, height in enumerate((26, 34, 20, 44, 38, 52, 30)):
        sheet.box(184 + 17 * i, 266 - height, 11, height, TEAL if i < 6 else WARM, 3)
    sheet.box(182, 280, 96, 8, STONE, 4)
    return sheet.png()


def tracking():
    sheet = phone((220, 224, 232))
    sheet.box(168, 60, 144, 170, (226, 232, 220))
    for points in ([(168, 100), (312, 84)], [(210, 60), (196, 230)], [(168, 190), (312, 206)], [(270, 60), (282, 230)]):
        sheet.line(points, 9, PAPER)
    sheet.line([(202, 214), (206, 190), (204, 150), (208, 98), (272, 90), (276, 140)], 6, BLUE)
    sheet.disc(276, 148, 13, WARM)
    sheet.disc(276, 148, 5, PAPER)
    sheet.box(190, 196, 28, 16, DEEP, 4)
    sheet.disc(196, 213, 4, INK)
    sheet.disc(212, 213, 4, INK)
    sheet.box(180, 248, 104, 10, INK, 5)
    sheet.box(180, 268, 70, 8, STONE, 4)
    return sheet.png()


def heaters():
    sheet = Sheet(480, 320, (236, 226, 214))
    sheet.box(0, 262, 480, 60, (204, 184, 160))
    sheet.box(320, 40, 110, 120, (176, 200, 216), 4)
    sheet.line([(375, 40), (375, 160)], 5, PAPER)
    sheet.line([(320, 100), (430, 100)], 5, PAPER)
    for x in (70, 236):
        for i in range(6):
            sheet.box(x + 22 * i, 142, 17, 124, PAPER, 8)
            sheet.box(x + 22 * i + 12, 150, 4, 108, STONE, 2)
        sheet.box(x - 18, 176, 18, 78, SILVER, 5)
        sheet.disc(x - 9, 196, 5, WARM)
        for wheel in (x + 6, x + 116):
            sheet.disc(wheel, 272, 7, INK)
    return sheet.png()


def heat_pump():
    sheet = Sheet(480, 320, (208, 222, 226))
    sheet.box(0, 0, 480, 230, (218, 202, 186))
    for y in range(14, 230, 28):
        sheet.line([(0, y), (480, y)], 2, (200, 182, 164))
    sheet.box(0, 228, 480, 100, LEAF)
    sheet.box(96, 78, 288, 176, INK, 14)
    sheet.box(100, 82, 280, 168, PAPER, 12)
    sheet.disc(196, 166, 70, SILVER)
    for r in (66, 52, 38, 24):
        sheet.ring(196, 166, r, 4, DEEP)
    sheet.disc(196, 166, 10, DEEP)
    for y in range(110, 226, 16):
        sheet.box(300, y, 60, 7, STONE, 3)
    sheet.line([(384, 200), (430, 200), (430, 60)], 10, STONE)
    for x in (120, 330):
        sheet.box(x, 250, 34, 14, INK, 3)
    return sheet.png()


PORTRAITS = {"amara": "amara.png", "larkins": "larkins.png"}
MEDIA = {"T15": "heat-pump.png", "T20": "app-home.png", "T29": "review-letter.png", "T38": "tracking-text.png",
         "T42": "temporary-heaters.png"}


def files():
    made = {"amara.png": amara, "larkins.png": larkins, "heat-pump.png": heat_pump, "app-home.png": app_home,
            "review-letter.png": letter, "tracking-text.png": tracking, "temporary-heaters.png": heaters}
    assert set(made) == {*PORTRAITS.values(), *MEDIA.values()}
    for name, draw in made.items():
        yield f"media/{name}", draw()
