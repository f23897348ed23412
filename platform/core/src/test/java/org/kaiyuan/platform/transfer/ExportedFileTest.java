package org.kaiyuan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ExportedFileTest {
    @Test
    void what_was_written_is_sent_and_thrown_away_with_it() throws IOException {
        var out = new ByteArrayOutputStream();
        Path path;
        try (var file =
                ExportedFile.written(
                        "名录.csv",
                        TabularFormat.CSV,
                        to -> {
                            Files.writeString(to, "企业名称\n甲公司\n");
                            return 1;
                        })) {
            path = file.path();
            assertThat(file.rows()).isEqualTo(1);
            assertThat(file.bytes()).isEqualTo(Files.size(path));
            file.sendTo(out);
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("企业名称\n甲公司\n");
        assertThat(path).doesNotExist();
    }

    @Test
    void where_the_writing_fails_nothing_is_left() {
        var begun = new AtomicReference<Path>();

        assertThatThrownBy(() ->
                        ExportedFile.written(
                                "名录.csv",
                                TabularFormat.CSV,
                                to -> {
                                    begun.set(to);
                                    throw new IllegalStateException("half-way");
                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(begun.get()).isNotNull().doesNotExist();
    }

    @Test
    void what_a_killed_node_leaves_is_cleared_up_a_day_later() throws IOException {
        var left = ExportedFile.written("名录.csv", TabularFormat.CSV, to -> 0);
        var now = Instant.now();
        Files.setLastModifiedTime(left.path(), FileTime.from(now.minus(Duration.ofHours(25))));

        LeftoverFiles.throwAway(left.path().getParent(), now);

        assertThat(left.path()).doesNotExist();
    }
}
