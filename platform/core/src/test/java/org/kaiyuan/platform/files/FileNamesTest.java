package org.kaiyuan.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    营业执照（副本）.pdf          | 营业执照（副本）.pdf
                    ../../etc/passwd             | passwd
                    ..\\..\\windows\\system.ini  | system.ini
                    C:\\用户\\合同.docx          | 合同.docx
                    /                            | file
                    ..                           | file
                    .htaccess                    | htaccess
                    a/b/                         | file
                    con                          | _con
                    CON.txt                      | _CON.txt
                    com1.tar.gz                  | _com1.tar.gz
                    console.txt                  | console.txt
                    a:b*c?.txt                   | a_b_c_.txt
                    名称. .                      | 名称
                    """)
    void a_name_is_a_name_and_no_path(String given, String safe) {
        assertThat(FileNames.safe(given)).isEqualTo(safe);
    }

    @Test
    void what_cannot_be_seen_is_gone() {
        assertThat(FileNames.safe("发票\u202Efdp.exe")).isEqualTo("发票fdp.exe");
        assertThat(FileNames.safe("a\r\nSet-Cookie: x.txt")).isEqualTo("aSet-Cookie_ x.txt");
        assertThat(FileNames.safe("a\u0000.txt")).isEqualTo("a.txt");
        assertThat(FileNames.safe("a\u200B\uFEFF\u2066b\uD800.txt")).isEqualTo("ab.txt");
        assertThat(FileNames.safe(null)).isEqualTo("file");
        assertThat(FileNames.safe("\u2028")).isEqualTo("file");
    }

    @Test
    void a_long_name_keeps_its_extension_and_whole_characters() {
        var safe = FileNames.safe("德".repeat(400) + "𠮷".repeat(50) + ".PDF");

        assertThat(safe).endsWith("德.PDF");
        assertThat(safe.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(FileNames.LONGEST - 4, FileNames.LONGEST);
        assertThat(FileNames.extension(safe)).isEqualTo("pdf");
        assertThat(FileNames.extension("a.pdf.exe")).isEqualTo("exe");
        assertThat(FileNames.extension("无扩展名")).isEmpty();
    }
}
