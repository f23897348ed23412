package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.plots.domain.Placing;
import org.kaiyuan.plots.ground.GroundFormat;
import org.kaiyuan.plots.ground.GroundLimits;
import org.kaiyuan.plots.ground.GroundRecord;
import org.kaiyuan.plots.ground.GroundWriter;
import org.kaiyuan.plots.ground.WritingOptions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plots and layers as files that an import takes back (WKT with numbers that are assumed), with no coordinate off by
 * more than 1 mm. A file holds no more than an import takes ({@link GroundLimits}); who took what is recorded in the
 * transaction that reads it.
 */
@Service
@Transactional
public class PlotExport {
    /** What the audit trail calls an export. */
    static final String SUBJECT = "plots.export";

    private final JdbcTemplate jdbc;
    private final PlotPast past;
    private final ChangeHistory history;
    private final TenantDirectory tenants;
    private final Messages messages;
    private final Clock clock;

    PlotExport(
            JdbcTemplate jdbc,
            PlotPast past,
            ChangeHistory history,
            TenantDirectory tenants,
            Messages messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.past = past;
        this.history = history;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * All plots that a filter finds, by number; one statement.
     *
     * @param asOf those that were on this day, as {@link PlotDirectory} finds them; null for now
     * @param charset UTF-8 or GB18030, heeded by coordinate texts and Shapefiles
     * @param locale of the words in the file and of its name
     * @throws PlotExportRefused when they are more than an import takes
     */
    @PreAuthorize("hasRole('" + PlotPermissions.EXPORT + "')")
    public PlotFile plots(
            PlotFilter filter,
            @Nullable LocalDate asOf,
            GroundFormat format,
            Charset charset,
            Locale locale) {
        var source = asOf == null ? PlotDirectory.NOW : past.plots(asOf);
        var where =
                new StringBuilder(
                                "select p.number, p.name, p.use_code, p.declared_m2, p.state, p.zone, p.shape ")
                        .append(source.sql());
        var arguments = new ArrayList<>(source.arguments());
        PlotDirectory.narrow(filter, where, arguments);
        where.append(" order by p.number, p.id limit ").append(GroundLimits.RECORDS + 1);
        var records =
                jdbc.query(
                        where.toString(),
                        (row, n) ->
                                new GroundRecord(
                                        Placing.shape(row.getInt(6), row.getBytes(7)),
                                        row.getString(1),
                                        row.getString(2),
                                        row.getBigDecimal(4),
                                        row.getString(3),
                                        used(row.getString(3)),
                                        Map.of(
                                                messages.text(locale, "plots.column.state"),
                                                messages.of(
                                                        locale,
                                                        PlotState.valueOf(row.getString(5)))),
                                        0,
                                        List.of()),
                        arguments.toArray());
        var asked = asked(filter, asOf);
        return written(
                records, messages.text(locale, "plots.export.plots"), asked, format, charset);
    }

    /**
     * A layer, its shapes by name.
     *
     * @see #plots
     */
    @PreAuthorize("hasRole('" + PlotPermissions.EXPORT + "')")
    public PlotFile layer(LayerKind kind, GroundFormat format, Charset charset, Locale locale) {
        var records =
                jdbc.query(
                        """
                        select zone, shape, name from plots.layer_shape where kind = ? order by name, id limit %d\
                        """
                                .formatted(GroundLimits.RECORDS + 1),
                        (row, n) ->
                                GroundRecord.of(
                                        Placing.shape(row.getInt(1), row.getBytes(2)),
                                        "",
                                        row.getString(3)),
                        kind.name());
        return written(records, messages.of(locale, kind), "layer=" + kind.name(), format, charset);
    }

    private PlotFile written(
            List<GroundRecord> records,
            String what,
            String asked,
            GroundFormat format,
            Charset charset) {
        if (records.size() > GroundLimits.RECORDS) {
            throw PlotExportRefused.tooMany();
        }
        long points =
                records.stream().mapToLong(one -> one.shape().geometry().getNumPoints()).sum();
        if (points > GroundLimits.POINTS) {
            throw PlotExportRefused.tooLarge();
        }
        var zone = tenants.find(CurrentTenant.get()).orElseThrow().name();
        var today = LocalDate.now(clock);
        var content =
                GroundWriter.write(format, records, new WritingOptions(null, charset, zone, today));
        if (content.length > GroundLimits.FILE_BYTES) {
            throw PlotExportRefused.tooLarge();
        }
        history.record(
                SUBJECT,
                UuidV7.next(),
                "exported",
                List.of(
                        new FieldChange("question", null, asked),
                        new FieldChange("format", null, format.name()),
                        new FieldChange("rows", null, Integer.toString(records.size()))));
        return new PlotFile(
                "%s-%s-%s.%s".formatted(zone, what, today, format.extension()),
                format.mediaType(),
                content,
                records.size());
    }

    private static String used(String useCode) {
        var name = LandUses.name(useCode);
        return name == null ? "" : name;
    }

    /** As the audit trail shows it, by the names of REST. */
    private static String asked(PlotFilter f, @Nullable LocalDate asOf) {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("text", f.text());
        parts.put(
                "state",
                f.states().isEmpty()
                        ? null
                        : f.states().stream()
                                .sorted()
                                .map(Enum::name)
                                .collect(Collectors.joining(",")));
        parts.put("use", f.usePrefix());
        parts.put("areaFrom", plain(f.leastM2()));
        parts.put("areaTo", plain(f.mostM2()));
        parts.put("holder", f.holder());
        parts.put("bbox", f.box());
        parts.put("asOf", asOf);
        var told =
                parts.entrySet().stream()
                        .filter(part -> part.getValue() != null)
                        .map(part -> part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining("&"));
        return told.isEmpty() ? "*" : told;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
