package org.kaiyuan.platform.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverFilesTest {
    @TempDir Path folder;

    @Test
    void only_our_own_files_of_the_day_before_are_thrown_away() throws IOException {
        var now = Instant.parse("2026-11-24T08:00:00Z");
        var old = written("kaiyuan-import-1.tmp", now.minus(Duration.ofHours(25)));
        var table = written("kaiyuan-table-1.tmp", now.minus(Duration.ofDays(3)));
        var fresh = written("kaiyuan-import-2.tmp", now.minus(Duration.ofHours(1)));
        var other = written("somebody-else.tmp", now.minus(Duration.ofDays(3)));

        LeftoverFiles.throwAway(folder, now);

        assertThat(old).doesNotExist();
        assertThat(table).doesNotExist();
        assertThat(fresh).exists();
        assertThat(other).exists();
    }

    private Path written(String name, Instant at) throws IOException {
        var file = Files.writeString(folder.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
