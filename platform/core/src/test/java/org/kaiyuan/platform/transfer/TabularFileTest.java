package org.kaiyuan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabularFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir Path folder;

    @Test
    void a_csv_file_is_read_with_quotes_line_breaks_and_the_lines_a_person_sees()
            throws IOException {
        var file = text("名称,范围\n甲,\"一,\"\"二\"\"\n三\"\n\n乙\n,,\n丙,丁,多\n", StandardCharsets.UTF_8);

        assertThat(rows(file))
                .containsExactly(
                        new TabularRow(2, List.of("甲", "一,\"二\"\n三")),
                        new TabularRow(5, List.of("乙", "")),
                        new TabularRow(7, List.of("丙", "丁", "多")));
    }

    @Test
    void encodings_are_told_apart_and_a_byte_order_mark_is_no_part_of_the_heading()
            throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030, StandardCharsets.UTF_16)) {
            try (var table = open(text("企业名称;住所\n四川𠮷公司;德阳\n", charset))) {
                assertThat(table.headings()).containsExactly("企业名称", "住所");
                assertThat(table.next()).isEqualTo(new TabularRow(2, List.of("四川𠮷公司", "德阳")));
                assertThat(table.next()).isNull();
            }
        }
        try (var table = open(text("\ufeff企业名称\t住所\n甲\t乙\n", StandardCharsets.UTF_8))) {
            assertThat(table.headings()).containsExactly("企业名称", "住所");
        }
    }

    @Test
    void what_is_no_table_is_refused_by_its_content() throws IOException {
        assertThat(fault(bytes())).isEqualTo(TabularFault.EMPTY);
        assertThat(fault(text("\n \n,,\n", StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.NO_HEADING);
        assertThat(fault(text("1,2026-01-02\n", StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.NO_HEADING);
        assertThat(fault(text("%PDF-1.7\n", StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.UNKNOWN_TYPE);
        assertThat(fault(text("<html><table>", StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.UNKNOWN_TYPE);
        assertThat(fault(bytes(0x89, 'P', 'N', 'G', 0, 0))).isEqualTo(TabularFault.UNKNOWN_TYPE);
        assertThat(fault(bytes(0xff, 0xd8, 0xff, 0xe0, 16, 'J', 'F', 'I', 'F')))
                .isEqualTo(TabularFault.UNKNOWN_TYPE);
        assertThat(fault(bytes(0xd0, 0xcf, 0x11, 0xe0, 1, 2))).isEqualTo(TabularFault.OLD_EXCEL);
        assertThat(fault(bytes('a', ',', 0xff, 0xff, '\n'))).isEqualTo(TabularFault.UNDECODABLE);
        assertThat(fault(bytes('P', 'K', 3, 4, 9, 9))).isEqualTo(TabularFault.BROKEN);
        assertThat(fault(bytes(0x1f, 0x8b, 8, 0, 1))).isEqualTo(TabularFault.BROKEN);
        assertThat(fault(text("a,b,A\n", StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.DUPLICATE_HEADING);
        assertThat(fault(text("列,".repeat(300), StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.TOO_MANY_COLUMNS);
        assertThat(fault(text("名称\n\"甲\n乙\n丙\n", StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.BROKEN_ROW);
    }

    @Test
    void an_encrypted_workbook_is_told_from_an_old_one() throws IOException {
        var content = new ByteArrayOutputStream();
        content.write(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});
        content.write("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));

        assertThat(fault(file(content.toByteArray()))).isEqualTo(TabularFault.ENCRYPTED);
    }

    @Test
    void bombs_are_refused_before_they_unfold() throws IOException {
        var gz = folder.resolve("bomb.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            writeMegabytes(out, 64);
        }
        assertThat(fault(gz)).isEqualTo(TabularFault.BOMB);

        var xlsx = folder.resolve("bomb.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(xlsx))) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.putNextEntry(new ZipEntry("xl/media/picture.bin"));
            writeMegabytes(out, 64);
        }
        assertThat(fault(xlsx)).isEqualTo(TabularFault.BOMB);

        var many = folder.resolve("many.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i < 3000; i++) {
                out.putNextEntry(new ZipEntry("xl/" + i));
            }
        }
        assertThat(fault(many)).isEqualTo(TabularFault.BOMB);
    }

    @Test
    void a_workbook_that_would_fill_the_memory_is_refused() throws IOException {
        var cell = folder.resolve("cell.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(cell))) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            writeMegabytes(out, 2);
        }
        assertThat(fault(cell)).isEqualTo(TabularFault.TOO_MUCH_TEXT);

        var texts = folder.resolve("texts.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(texts))) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            out.write("<si><t>甲</t></si>".repeat(200).getBytes(StandardCharsets.UTF_8));
        }
        var small = new TabularLimits(1 << 20, 1 << 20, 1000, 1000, 10, 10, 100);
        assertThat(
                        catchThrowableOfType(
                                        TabularFileRefused.class,
                                        () -> TabularFile.open(texts, small).close())
                                .fault())
                .isEqualTo(TabularFault.TOO_MUCH_TEXT);
    }

    @Test
    void a_thousand_columns_and_zero_bytes_are_refused_and_any_line_ends_are_read()
            throws IOException {
        assertThat(fault(text("列,".repeat(10_000) + "名称\n甲\n", StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.TOO_MANY_COLUMNS);
        assertThat(fault(text("名称\n甲\u0000乙\n", StandardCharsets.UTF_8)))
                .isEqualTo(TabularFault.UNKNOWN_TYPE);
        try (var table = open(text("名称,地址\r\n甲,1\n乙,2\r丙,3", StandardCharsets.UTF_8))) {
            assertThat(List.of(table.next(), table.next(), table.next()))
                    .extracting(row -> row.cells().getFirst())
                    .containsExactly("甲", "乙", "丙");
        }
    }

    @Test
    void a_file_beyond_the_limit_is_refused_unread() throws IOException {
        var small = new TabularLimits(10, 1000, 10, 1000, 10, 10, 100);
        var file = text("名称\n甲乙丙丁\n", StandardCharsets.UTF_8);

        var refusal =
                catchThrowableOfType(
                        TabularFileRefused.class, () -> TabularFile.open(file, small).close());

        assertThat(refusal.fault()).isEqualTo(TabularFault.TOO_LARGE);
    }

    @Test
    void what_was_written_is_read_again_in_either_format_also_packed() throws IOException {
        for (var format : TabularFormat.values()) {
            var file = folder.resolve("written.bin");
            try (var writer =
                    TabularWriter.to(
                            new GZIPOutputStream(Files.newOutputStream(file)),
                            format,
                            "企业",
                            List.of("名称", "资本", "成立"))) {
                writer.row("甲公司", new BigDecimal("-12345678.90"), LocalDate.of(2020, 2, 29));
                writer.row("=1+1", null, null);
            }
            try (var table = open(file)) {
                assertThat(table.format()).isEqualTo(format);
                assertThat(table.headings()).containsExactly("名称", "资本", "成立");
                var first = table.next();
                assertThat(first).isNotNull();
                assertThat(first.cells().get(0)).isEqualTo("甲公司");
                assertThat(new BigDecimal(first.cells().get(1)))
                        .isEqualByComparingTo("-12345678.9");
                assertThat(first.cells().get(2)).isEqualTo("2020-02-29");
                assertThat(table.next()).isEqualTo(new TabularRow(3, List.of("=1+1", "", "")));
                assertThat(table.next()).isNull();
            }
        }
    }

    @Test
    void no_text_in_a_csv_file_is_a_formula_and_numbers_stay_numbers() {
        var out = new ByteArrayOutputStream();
        try (var writer = TabularWriter.to(out, TabularFormat.CSV, "", List.of("a", "b"))) {
            writer.row("=cmd|' /C calc'!A0", -5);
            writer.row("+1", "@SUM(1)");
            writer.row("\tx", "-1");
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffa,b\r\n'=cmd|' /C calc'!A0,-5\r\n'+1,'@SUM(1)\r\n'\tx,'-1\r\n");
    }

    @Test
    void a_hundred_thousand_rows_pass_through_a_workbook() throws IOException {
        var file = folder.resolve("large.xlsx");
        try (var writer =
                TabularWriter.to(
                        Files.newOutputStream(file),
                        TabularFormat.XLSX,
                        "企业",
                        List.of("名称", "号"))) {
            for (int i = 0; i < 100_000; i++) {
                writer.row("企业" + i, i);
            }
        }
        long read = 0;
        try (var table = open(file)) {
            for (var row = table.next(); row != null; row = table.next()) {
                assertThat(row.number()).isEqualTo(read + 2);
                assertThat(row.cells().get(1)).isEqualTo(Long.toString(read));
                read++;
            }
        }
        assertThat(read).isEqualTo(100_000);
    }

    private List<TabularRow> rows(Path file) {
        var rows = new ArrayList<TabularRow>();
        try (var table = open(file)) {
            for (var row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static TabularFile open(Path file) {
        return TabularFile.open(file, TabularLimits.DEFAULT);
    }

    private static TabularFault fault(Path file) {
        var refusal = catchThrowableOfType(TabularFileRefused.class, () -> open(file).close());
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.fault();
    }

    private Path text(String content, Charset charset) throws IOException {
        return file(content.getBytes(charset));
    }

    private Path bytes(int... content) throws IOException {
        var bytes = new byte[content.length];
        for (int i = 0; i < content.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return file(bytes);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".any"), content);
    }

    private static void writeMegabytes(java.io.OutputStream out, int megabytes) throws IOException {
        var block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) 'a');
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }
}
