package org.kaiyuan.plots.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.LeaseState;
import org.kaiyuan.plots.RentInstalmentState;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnitUse;

/** Whatever buildings and leases say has words in both languages. */
class BuildingMessagesTest {
    private static final Pattern KEY = Pattern.compile("\"(plots\\.[a-z]\\w*\\.[\\w.]*\\w)\"");
    private static final Pattern FAULT =
            Pattern.compile("(?:faults\\.)?\\badd\\(\\s*[^;]*?,\\s*\"([a-zA-Z]+)\"[,)]");
    private static final Pattern FIELD =
            Pattern.compile("(?:FieldChange\\(|fields\\.put\\()\\s*\"(\\w+)\"");
    private static final Pattern ACT =
            Pattern.compile(
                    "(?:BUILDING|UNIT|LEASE),\\s*(?:id\\.value\\(\\)|units|buildings),\\s*\"(\\w+)\"");

    @Test
    void every_word_is_there_in_both_languages() throws IOException {
        var keys = new TreeSet<String>();
        for (var enums :
                Stream.<Enum<?>[]>of(
                                UnitUse.values(),
                                UnitState.values(),
                                LeaseState.values(),
                                RentInstalmentState.values())
                        .toList()) {
            for (var constant : enums) {
                keys.add(org.kaiyuan.platform.refusal.Messages.keyOf(constant));
            }
        }
        var root =
                Path.of(System.getProperty("kaiyuan.root"))
                        .resolve("tenant-modules/land-plots/src/main/java/org/kaiyuan/plots");
        try (var files = Files.walk(root)) {
            for (var file :
                    files.filter(f ->
                                    f.getFileName()
                                            .toString()
                                            .matches(
                                                    "(Building|Unit(?!Candidates|Fit|Match)|Lease(?!Check)|Floor|Rent|Faults|Unknown(Building|Unit|Lease(?!Check))).*\\.java"))
                            .toList()) {
                var text = Files.readString(file);
                KEY.matcher(text).results().map(r -> r.group(1)).forEach(keys::add);
                FAULT.matcher(text).results().forEach(r -> keys.add("plots.rule." + r.group(1)));
                FIELD.matcher(text)
                        .results()
                        .forEach(r -> keys.add("plots.floorColumn." + r.group(1)));
                ACT.matcher(text).results().forEach(r -> keys.add("plots.floorAct." + r.group(1)));
            }
        }
        keys.addAll(Set.of("plots.floorAct.enterprisesMerged", "plots.floorAct.enterpriseRemoved"));
        keys.removeIf(key -> key.matches("plots\\.(building|unit|lease)\\b.*")); // tables

        assertThat(keys)
                .contains("plots.rule.leaseYears", "plots.floorAct.signed", "plots.rule.twice");
        for (var language : new String[] {"plots.properties", "plots_en.properties"}) {
            assertThat(words(language).stringPropertyNames()).as(language).containsAll(keys);
        }
    }

    private static Properties words(String name) throws IOException {
        var words = new Properties();
        try (var in =
                new InputStreamReader(
                        BuildingMessagesTest.class.getResourceAsStream("/messages/" + name),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
