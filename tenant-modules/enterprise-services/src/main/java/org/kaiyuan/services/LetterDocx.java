package org.kaiyuan.services;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** A letter as DOCX in the look of official papers: the same letter is the same to the last byte. */
final class LetterDocx {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int TITLE_POINTS = 22;
    private static final int BODY_POINTS = 16;

    /** Two characters of the body, in twentieths of a point. */
    private static final int INDENT = 2 * BODY_POINTS * 20;

    private LetterDocx() {}

    static byte[] of(CaseLetter letter, String zone) {
        try (var document = new XWPFDocument()) {
            margins(document);
            var title = paragraph(document, ParagraphAlignment.CENTER);
            title.setSpacingAfter(200);
            run(title, letter.title(), "宋体", TITLE_POINTS).setBold(true);
            var number = paragraph(document, ParagraphAlignment.RIGHT);
            number.setSpacingAfter(200);
            run(number, letter.number(), "仿宋", BODY_POINTS);
            var closing = closing(letter, zone);
            for (var line : body(letter, closing)) {
                var of = paragraph(document, ParagraphAlignment.BOTH);
                if (!line.endsWith("：")) {
                    of.setFirstLineIndent(INDENT);
                }
                run(of, line, "仿宋", BODY_POINTS);
            }
            paragraph(document, ParagraphAlignment.RIGHT);
            for (var line : closing) {
                run(paragraph(document, ParagraphAlignment.RIGHT), line, "仿宋", BODY_POINTS);
            }
            var about = document.getProperties().getCoreProperties();
            about.setTitle(letter.title());
            about.setCreator(zone);
            about.setCreated(
                    Optional.of(Date.from(letter.on().atStartOfDay(Held.ZONE).toInstant())));
            var written = new ByteArrayOutputStream();
            document.write(written);
            return withoutTimes(written.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who writes, and when. */
    private static List<String> closing(CaseLetter letter, String zone) {
        return List.of(zone, LetterWriting.day(letter.on()));
    }

    /** Without what stands below anyway. */
    private static List<String> body(CaseLetter letter, List<String> closing) {
        var lines = new ArrayList<String>();
        letter.body()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        for (var last : closing.reversed()) {
            if (!lines.isEmpty() && lines.getLast().equals(last)) {
                lines.removeLast();
            }
        }
        return lines;
    }

    private static XWPFParagraph paragraph(XWPFDocument document, ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(1.5);
        return paragraph;
    }

    /** Where a font is not there, Word takes another: 仿宋 falls back to 宋体. */
    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
        var run = paragraph.createRun();
        run.setFontFamily("Times New Roman");
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(points);
        run.setText(text);
        return run;
    }

    /** GB/T 9704: 37 mm above, 28 mm to the left. */
    private static void margins(XWPFDocument document) {
        var margins = document.getDocument().getBody().addNewSectPr().addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setLeft(BigInteger.valueOf(1588));
        margins.setRight(BigInteger.valueOf(1474));
    }

    private static byte[] withoutTimes(byte[] docx) throws IOException {
        var written = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(docx));
                var to = new ZipOutputStream(written)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return written.toByteArray();
    }
}
