package org.kaiyuan.plots.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the readers say has words in both languages. */
class FileMessagesTest {
    private static final Pattern RAISED =
            Pattern.compile("(?:new Unreadable\\.(?:Plot|File)|GroundFault\\.of)\\(([^;]*?)\\);");
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z]+)\"");
    private static final Pattern NAMED = Pattern.compile("\"plots\\.file\\.(\\w+)\"");

    @Test
    void every_fault_and_repair_has_its_words_and_no_words_are_left_over() throws IOException {
        var raised = new TreeSet<String>();
        var sources =
                Path.of(System.getProperty("kaiyuan.root"))
                        .resolve(
                                "tenant-modules/land-plots/src/main/java/org/kaiyuan/plots/ground");
        try (var files = Files.list(sources)) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                RAISED.matcher(text)
                        .results()
                        .flatMap(r -> KEY.matcher(r.group(1)).results())
                        .forEach(r -> raised.add("plots.file." + r.group(1)));
                NAMED.matcher(text).results().forEach(r -> raised.add("plots.file." + r.group(1)));
            }
        }
        for (var format : GroundFormat.values()) {
            raised.add("plots.groundFormat." + format.name());
        }
        for (var fault : ShapeFault.values()) {
            raised.add("plots.shapeFault." + fault.name());
        }

        assertThat(words("plots-files.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(raised);
        assertThat(words("plots-files_en.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(raised);
    }

    @Test
    void a_message_names_line_and_plot() throws IOException {
        var fault = GroundFault.of(1234, "B-1 河东一号", "pointNumber", "343145O.250");

        assertThat(
                        MessageFormat.format(
                                words("plots-files.properties").getProperty(fault.key()),
                                fault.arguments()))
                .isEqualTo("第 1234 行，地块“B-1 河东一号”：坐标“343145O.250”不是数字，请更正。");
        assertThat(
                        MessageFormat.format(
                                words("plots-files_en.properties").getProperty(fault.key()),
                                fault.arguments()))
                .isEqualTo(
                        "Line 1234, plot “B-1 河东一号”: the coordinate “343145O.250” is no number; please"
                                + " correct it.");
    }

    private static Properties words(String name) throws IOException {
        var words = new Properties();
        try (var in =
                new InputStreamReader(
                        FileMessagesTest.class.getResourceAsStream("/messages/" + name),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
