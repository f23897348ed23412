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
import org.kaiyuan.plots.ground.ReadingOptions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of plots that wait for a person's decision, so that a page may be left and come back to. Kept for a day;
 * each sees those that they brought themselves.
 */
@Service
@Transactional
@PreAuthorize("hasRole('" + PlotPermissions.IMPORT + "')")
public class PlotUploads {
    /** Older ones are gone. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Beyond these, a person's oldest go. */
    private static final int MOST = 5;

    private final JdbcTemplate jdbc;
    private final PlotImport imports;
    private final CurrentPerson person;
    private final Clock clock;

    PlotUploads(JdbcTemplate jdbc, PlotImport imports, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.person = person;
        this.clock = clock;
    }

    /**
     * A file that waits.
     *
     * @param name as it was called where it came from
     * @param file what it would bring
     */
    public record Waiting(UUID id, String name, BroughtFile file) {}

    /**
     * Keeps a file until it is decided on.
     *
     * @throws PlotFieldsRefused when it is empty or larger than {@link GroundLimits#FILE_BYTES}
     */
    public UUID keep(String name, InputStream content) {
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

    /**
     * What it would bring; nothing is written.
     *
     * @throws UnknownUpload when it is not there any more, or somebody else's
     */
    @Transactional(readOnly = true)
    public Waiting look(UUID id, ReadingOptions options) {
        return jdbc
                .query(
                        "select name, content from plots.upload where id = ? and brought_by = ?",
                        (row, n) ->
                                new Waiting(
                                        id,
                                        row.getString(1),
                                        imports.look(row.getBytes(2), options)),
                        id,
                        person.username())
                .stream()
                .findFirst()
                .orElseThrow(UnknownUpload::new);
    }

    /**
     * Takes it in as {@link PlotImport#bring} does; once it is taken in, the file is not kept any more.
     *
     * @throws UnknownUpload when it is not there any more: was taken in already, or somebody else's
     */
    public BroughtFile bring(UUID id, ReadingOptions options, boolean agreed) {
        var content =
                jdbc.query(
                        "select content from plots.upload where id = ? and brought_by = ? for update",
                        (row, n) -> row.getBytes(1),
                        id,
                        person.username());
        if (content.isEmpty()) {
            throw new UnknownUpload();
        }
        var brought = imports.bring(content.getFirst(), options, agreed);
        if (brought.taken()) {
            jdbc.update("delete from plots.upload where id = ?", id);
        }
        return brought;
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
        var plain = name.strip();
        return plain.isEmpty() ? "?" : plain.substring(0, Math.min(255, plain.length()));
    }
}
