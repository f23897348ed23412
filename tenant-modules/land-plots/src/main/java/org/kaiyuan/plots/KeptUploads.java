package org.kaiyuan.plots;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.ground.GroundLimits;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Files that wait for a person's decision; each sees those that they brought themselves. */
@Component
class KeptUploads {
    /** Older ones are gone. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Beyond these, a person's oldest go. */
    private static final int MOST = 5;

    private final JdbcTemplate jdbc;
    private final CurrentPerson person;
    private final Clock clock;

    KeptUploads(JdbcTemplate jdbc, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.person = person;
        this.clock = clock;
    }

    /** @param name as it was called where it came from */
    record Kept(String name, byte[] content) {}

    /** @throws PlotFieldsRefused when it is empty or larger than {@link GroundLimits#FILE_BYTES} */
    UUID keep(String name, InputStream content) {
        var bytes = read(content);
        if (bytes.length == 0) {
            throw new PlotFieldsRefused("file", "plots.rule.file");
        }
        if (bytes.length > GroundLimits.FILE_BYTES) {
            throw new PlotFieldsRefused(
                    "file", "plots.rule.fileLarge", GroundLimits.FILE_BYTES >> 20);
        }
        var id = UuidV7.next();
        jdbc.update(
                """
                insert into plots.upload (tenant_id, id, name, content, brought_by, brought_at)
                values (?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                id,
                named(name),
                bytes,
                person.username(),
                Timestamp.from(clock.instant()));
        jdbc.update(
                """
                delete from plots.upload where brought_by = ? and id not in (
                    select id from plots.upload where brought_by = ? order by brought_at desc, id desc limit ?)\
                """,
                person.username(),
                person.username(),
                MOST);
        return id;
    }

    /** @throws UnknownUpload when it is not there any more, or somebody else's */
    Kept find(UUID id) {
        return find(id, "");
    }

    /** Nobody else decides on it at the same time. */
    Kept findAlone(UUID id) {
        return find(id, " for update");
    }

    void drop(UUID id) {
        jdbc.update(
                "delete from plots.upload where id = ? and brought_by = ?", id, person.username());
    }

    private Kept find(UUID id, String locking) {
        return jdbc
                .query(
                        "select name, content from plots.upload where id = ? and brought_by = ?"
                                + locking,
                        (row, n) -> new Kept(row.getString(1), row.getBytes(2)),
                        id,
                        person.username())
                .stream()
                .findFirst()
                .orElseThrow(UnknownUpload::new);
    }

    /** One byte more than allowed is enough to know. */
    private static byte[] read(InputStream content) {
        try {
            return content.readNBytes(GroundLimits.FILE_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(String name) {
        var plain = name.replace("\u0000", "").strip();
        return plain.isEmpty() ? "?" : plain.substring(0, Math.min(255, plain.length()));
    }
}
