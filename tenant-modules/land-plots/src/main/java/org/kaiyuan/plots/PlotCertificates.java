package org.kaiyuan.plots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.Faults;
import org.kaiyuan.plots.domain.Plot;
import org.kaiyuan.plots.domain.Plots;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers about a plot (不动产权证, 用地批准, 规划许可). They stay with the plot that they were made for, also when others took its
 * place, and can still be entered there.
 */
@Service
@Transactional
public class PlotCertificates {
    private static final int MOST = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final Plots plots;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    PlotCertificates(Plots plots, JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.plots = plots;
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Those of a plot, the newest first; at most 200.
     *
     * @throws UnknownPlot when there is none
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + PlotPermissions.READ + "')")
    public List<CertificateLine> of(PlotId id) {
        plots.get(id);
        return find("plot_id = ?", id.value());
    }

    /**
     * Enters one.
     *
     * @throws UnknownPlot when there is none
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws CertificateRefused when it is there already
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public UUID add(PlotId plot, CertificateDraft draft) {
        var checked = checked(draft);
        plots.hold(plot);
        var there = find("plot_id = ?", plot.value());
        if (there.size() >= MOST) {
            throw CertificateRefused.tooMany(MOST);
        }
        refuseTwice(there, null, checked);
        var id = UuidV7.next();
        jdbc.update(
                """
                insert into plots.certificate
                    (tenant_id, id, plot_id, kind, number, issued_on, expires_on, issuer, note, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                id,
                plot.value(),
                checked.kind().name(),
                checked.number(),
                checked.issuedOn(),
                checked.expiresOn(),
                checked.issuer(),
                checked.note(),
                Timestamp.from(clock.instant()));
        record(plot, "certificateAdded", null, checked);
        return id;
    }

    /**
     * Changes one.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws UnknownCertificate when there is none
     * @throws PlotChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws CertificateRefused when another of the plot is of that kind and number
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public long change(UUID id, long basedOn, CertificateDraft draft) {
        var checked = checked(draft);
        var line = hold(id, basedOn);
        if (checked.equals(line.certificate())) {
            return line.version();
        }
        refuseTwice(find("plot_id = ?", line.plot().value()), id, checked);
        jdbc.update(
                """
                update plots.certificate
                set kind = ?, number = ?, issued_on = ?, expires_on = ?, issuer = ?, note = ?, updated_at = ?,
                    version = version + 1
                where id = ?\
                """,
                checked.kind().name(),
                checked.number(),
                checked.issuedOn(),
                checked.expiresOn(),
                checked.issuer(),
                checked.note(),
                Timestamp.from(clock.instant()),
                id);
        record(line.plot(), "certificateChanged", line.certificate(), checked);
        return line.version() + 1;
    }

    /**
     * Takes away one that was entered by mistake; what it said stays in the plot's history.
     *
     * @throws UnknownCertificate when there is none
     * @throws PlotChangedMeanwhile when somebody else was quicker
     */
    @PreAuthorize("hasRole('" + PlotPermissions.WRITE + "')")
    public void remove(UUID id, long basedOn) {
        var line = hold(id, basedOn);
        jdbc.update("delete from plots.certificate where id = ?", id);
        record(line.plot(), "certificateRemoved", line.certificate(), null);
    }

    /** Whoever holds the plot has its papers for themselves. */
    private CertificateLine hold(UUID id, long basedOn) {
        var seen = find("id = ?", id).stream().findFirst().orElseThrow(UnknownCertificate::new);
        plots.hold(seen.plot());
        var line = find("id = ?", id).stream().findFirst().orElseThrow(UnknownCertificate::new);
        if (line.version() != basedOn) {
            throw new PlotChangedMeanwhile(line.version(), List.of());
        }
        return line;
    }

    private static void refuseTwice(
            List<CertificateLine> there, @Nullable UUID self, CertificateDraft wanted) {
        for (var one : there) {
            if (!one.id().equals(self)
                    && one.certificate().kind() == wanted.kind()
                    && one.certificate().number().equals(wanted.number())) {
                throw CertificateRefused.twice(wanted.kind(), wanted.number());
            }
        }
    }

    private static CertificateDraft checked(CertificateDraft c) {
        var faults = new Faults();
        var number = faults.neededText("number", c.number(), 100);
        day(c.issuedOn(), "issuedOn", faults);
        day(c.expiresOn(), "expiresOn", faults);
        if (c.issuedOn() != null && c.expiresOn() != null && c.expiresOn().isBefore(c.issuedOn())) {
            faults.add("expiresOn", "toBeforeFrom");
        }
        var tidy =
                new CertificateDraft(
                        c.kind(),
                        number,
                        c.issuedOn(),
                        c.expiresOn(),
                        faults.text("issuer", c.issuer(), 200),
                        faults.text("note", c.note(), 1000));
        faults.refuse();
        return tidy;
    }

    private static void day(@Nullable LocalDate day, String field, Faults faults) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            faults.add(field, "day");
        }
    }

    private List<CertificateLine> find(String which, Object argument) {
        return jdbc.query(
                """
                select id, version, plot_id, kind, number, issued_on, expires_on, issuer, note, updated_at
                from plots.certificate where %s order by issued_on desc nulls last, id desc limit %d\
                """
                        .formatted(which, MOST),
                PlotCertificates::line,
                argument);
    }

    private static CertificateLine line(ResultSet row, int number) throws SQLException {
        return new CertificateLine(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new PlotId(row.getObject("plot_id", UUID.class)),
                new CertificateDraft(
                        CertificateKind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class),
                        row.getString("issuer"),
                        row.getString("note")),
                row.getTimestamp("updated_at").toInstant());
    }

    private void record(
            PlotId plot,
            String act,
            @Nullable CertificateDraft before,
            @Nullable CertificateDraft after) {
        history.record(
                Plot.SUBJECT,
                plot.value(),
                act,
                List.of(new FieldChange("certificate", told(before), told(after))));
    }

    private static @Nullable String told(@Nullable CertificateDraft c) {
        return c == null
                ? null
                : Stream.of(
                                c.kind().name(),
                                c.number(),
                                c.issuedOn(),
                                c.expiresOn(),
                                c.issuer(),
                                c.note())
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.joining("，"));
    }
}
