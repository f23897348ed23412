package org.kaiyuan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class StyleSheetTest {
    /** A brace that a merge has swallowed puts half of the pages below a phone's media query, and nothing else says so. */
    @Test
    void every_block_is_closed_before_a_section_begins() throws Exception {
        var sheet =
                new ClassPathResource("META-INF/resources/kaiyuan.css")
                        .getContentAsString(StandardCharsets.UTF_8);
        int depth = 0;
        int line = 0;
        for (var text : sheet.lines().toList()) {
            line++;
            if (text.startsWith("/* ") || text.startsWith("@media")) {
                assertThat(depth).as("open blocks before line %d: %s", line, text).isZero();
            }
            depth += text.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum();
        }
        assertThat(depth).isZero();
    }
}
