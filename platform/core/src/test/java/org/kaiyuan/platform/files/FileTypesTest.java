package org.kaiyuan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTypesTest {
    @TempDir Path folder;

    private final FileTypes types = new FileTypes(List.of());

    @Test
    void what_offices_send_is_taken_for_what_it_is() throws IOException {
        taken(
                "a.pdf",
                "application/pdf",
                "%PDF-1.7\n%âãÏÓ\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1));
        taken(
                "a.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                zip("[Content_Types].xml", "word/document.xml"));
        taken(
                "a.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                zip("[Content_Types].xml", "xl/workbook.xml"));
        taken(
                "a.pptx",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                zip("[Content_Types].xml", "ppt/presentation.xml"));
        taken("发票.ofd", "application/ofd", zip("OFD.xml", "Doc_0/Document.xml"));
        taken("a.zip", "application/zip", zip("图纸/1.dwg"));
        taken("a.doc", "application/msword", ole2());
        taken("a.xls", "application/vnd.ms-excel", ole2());
        taken("a.PNG", "image/png", picture("png"));
        taken("a.jpg", "image/jpeg", picture("jpg"));
        taken("a.jpeg", "image/jpeg", picture("jpg"));
        taken("a.gif", "image/gif", picture("gif"));
        taken(
                "a.webp",
                "image/webp",
                HexFormat.of()
                        .parseHex(
                                "524946461a000000574542505650384c0d0000002f00000010071011118888fe0700"));
        taken("a.dwg", "image/vnd.dwg", "AC1032\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        taken("a.txt", "text/plain", "企业走访记录".getBytes(StandardCharsets.UTF_8));
        taken("a.txt", "text/plain", "企业走访记录，第二次走访。".getBytes(Charset.forName("GB18030")));
        taken("a.csv", "text/csv", "名称,代码\n甲,1\n".getBytes(StandardCharsets.UTF_8));
        taken("a.rar", "application/vnd.rar", HexFormat.of().parseHex("526172211a07010033920b00"));
        taken(
                "a.7z",
                "application/x-7z-compressed",
                HexFormat.of().parseHex("377abcaf271c000400000000"));
    }

    @Test
    void what_a_browser_or_a_computer_would_run_is_refused_whatever_it_is_called()
            throws IOException {
        var html =
                "<!DOCTYPE html><html><script>alert(1)</script></html>"
                        .getBytes(StandardCharsets.UTF_8);
        var svg =
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
                        .getBytes(StandardCharsets.UTF_8);
        var program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        var script = "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8);
        for (var name :
                List.of(
                        "a.html",
                        "a.htm",
                        "a.svg",
                        "a.exe",
                        "a.sh",
                        "a.js",
                        "a.bat",
                        "a.xhtml",
                        "a",
                        "a.pdf.exe")) {
            refused("files.refusal.type", name, html);
        }
        for (var name : List.of("a.txt", "a.csv", "a.pdf", "a.png", "a.docx", "a.dxf")) {
            for (var content : List.of(html, svg, program, script)) {
                refused("files.refusal.mismatch", name, content);
            }
        }
        refused(
                "files.refusal.mismatch",
                "a.docx",
                zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"));
        refused("files.refusal.mismatch", "a.docx", zip("a.exe"));
        refused("files.refusal.mismatch", "a.pdf", picture("png"));
        refused("files.refusal.mismatch", "a.txt", new byte[] {1, 2, 3, 0, 0});
    }

    @Test
    void a_zip_of_nothing_and_a_broken_one_are_refused() throws IOException {
        refused(
                "files.refusal.emptyArchive",
                "a.zip",
                HexFormat.of().parseHex("504b0506" + "00".repeat(18)));
        var whole = zip("a.txt", "b.txt");
        refused(
                "files.refusal.brokenArchive",
                "a.zip",
                java.util.Arrays.copyOf(whole, whole.length - 30));
        var lying = whole.clone();
        lying[whole.length - 6] = (byte) 0xFF; // says that its directory lies elsewhere
        lying[whole.length - 5] = (byte) 0x7F;
        refused("files.refusal.brokenArchive", "a.zip", lying);
        var endless = whole.clone();
        int lastEntry = whole.length - 22 - 46 - "b.txt".length();
        endless[lastEntry + 28] = (byte) 0xFF; // says that its name is longer than the file
        endless[lastEntry + 29] = (byte) 0xFF;
        refused("files.refusal.brokenArchive", "a.zip", endless);
    }

    @Test
    void an_installation_may_take_less_and_is_told_of_what_there_is_not() throws IOException {
        var pdfOnly = new FileTypes(List.of("pdf"));

        assertThat(pdfOnly.extensions()).containsExactly("pdf");
        assertThatThrownBy(() -> pdfOnly.of("a.png", write(picture("png"))))
                .hasMessageContaining("files.refusal.type");
        assertThatThrownBy(() -> new FileTypes(List.of("pdf", "svg"))).hasMessageContaining("svg");
    }

    private void taken(String name, String mediaType, byte[] content) throws IOException {
        assertThat(types.of(name, write(content)).mediaType()).as(name).isEqualTo(mediaType);
    }

    private void refused(String key, String name, byte[] content) throws IOException {
        var file = write(content);
        assertThatThrownBy(() -> types.of(name, file))
                .as(name)
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "content", ""), content);
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("内容".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] ole2() {
        var bytes = new byte[1024];
        System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, bytes, 0, 8);
        return bytes;
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
