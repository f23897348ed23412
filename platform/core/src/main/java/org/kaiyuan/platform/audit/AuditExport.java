package org.kaiyuan.platform.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Taking the trail along as a table; that it was taken becomes a line itself. */
@Service
public class AuditExport {
    private static final List<String> COLUMNS =
            List.of(
                    "at",
                    "actorName",
                    "actor",
                    "cameFrom",
                    "address",
                    "act",
                    "kind",
                    "subjectId",
                    "field",
                    "before",
                    "after");

    private final JdbcTemplate cursor;
    private final Chains chains;
    private final AuditTrail trail;
    private final AuditWords words;
    private final ChangeHistory history;
    private final Messages messages;
    private final Clock clock;

    AuditExport(
            JdbcTemplate jdbc,
            Chains chains,
            AuditTrail trail,
            AuditWords words,
            ChangeHistory history,
            Messages messages,
            Clock clock) {
        this.cursor = Sealing.cursor(jdbc);
        this.chains = chains;
        this.trail = trail;
        this.words = words;
        this.history = history;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Everything that the filter finds, newest first. Rows go from a database cursor into a file on this
     * node's disk, so a slow reader holds no connection.
     */
    @PreAuthorize("hasRole('" + AuditPermissions.EXPORT + "')")
    public ExportedFile export(AuditFilter filter, TabularFormat format, Locale locale) {
        var name =
                "%s-%s.%s"
                        .formatted(
                                messages.text(locale, "audit.export.name"),
                                LocalDate.now(clock),
                                format.extension());
        return ExportedFile.written(
                name,
                format,
                path ->
                        chains.in(
                                Chains.own(),
                                () -> {
                                    var rows = write(filter, format, locale, path);
                                    history.record(
                                            AuditVerification.KIND,
                                            UuidV7.next(),
                                            "exported",
                                            List.of(
                                                    new FieldChange(
                                                            "question", null, filter.toString()),
                                                    new FieldChange(
                                                            "rows", null, Long.toString(rows))));
                                    return rows;
                                }));
    }

    private long write(AuditFilter filter, TabularFormat format, Locale locale, Path path) {
        var question = trail.question(filter);
        var rows = new long[1];
        try (var out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                var table =
                        TabularWriter.to(
                                out,
                                format,
                                messages.text(locale, "audit.export.name"),
                                COLUMNS.stream()
                                        .map(c -> messages.text(locale, "audit.column." + c))
                                        .toList());
                Stream<AuditLine> lines =
                        cursor.queryForStream(
                                AuditTrail.select(question.where()),
                                AuditTrail::line,
                                question.arguments().toArray())) {
            lines.forEach(line -> {
                var field = line.field();
                table.row(
                        LocalDateTime.ofInstant(line.at(), clock.getZone()).withNano(0),
                        line.actorName(),
                        line.actor(),
                        line.cameFrom(),
                        line.address(),
                        words.act(locale, line.kind(), line.act()),
                        words.kind(locale, line.kind()),
                        line.subjectId().toString(),
                        field == null ? null : words.field(locale, line.kind(), field),
                        line.before(),
                        line.after());
                rows[0]++;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows[0];
    }
}
