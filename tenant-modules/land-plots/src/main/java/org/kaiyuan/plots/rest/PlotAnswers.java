package org.kaiyuan.plots.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.BroughtFile;
import org.kaiyuan.plots.BroughtPlot;
import org.kaiyuan.plots.FileNote;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotRow;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.RefusedPlotGate;
import org.kaiyuan.plots.ReservationLine;
import org.kaiyuan.plots.ReservationState;
import org.kaiyuan.plots.Utility;
import org.kaiyuan.plots.ground.GroundFormat;
import org.springframework.context.i18n.LocaleContextHolder;

/** Forms of what the API of land says. */
final class PlotAnswers {
    private PlotAnswers() {}

    /** A plot in a list. */
    record PlotLine(
            UUID id,
            long version,
            String number,
            String name,
            String useCode,
            PlotState state,
            LocalDate stateSince,
            BigDecimal computedM2,
            @Nullable BigDecimal declaredM2,
            @Nullable String holderName,
            boolean held,
            Instant updatedAt) {
        static PlotLine of(PlotRow r) {
            return new PlotLine(
                    r.id().value(),
                    r.version(),
                    r.number(),
                    r.name(),
                    r.useCode(),
                    r.state(),
                    r.stateSince(),
                    r.computedM2(),
                    r.declaredM2(),
                    r.holderName(),
                    r.held(),
                    r.updatedAt());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record PlotList(List<PlotLine> items, @Nullable String next) {}

    /** How much of a plot is for one use. */
    record PlotUseShare(String useCode, BigDecimal percent) {}

    /** What the papers say of a plot. */
    record PlotBody(
            String number,
            String name,
            String useCode,
            @Nullable List<PlotUseShare> shares,
            @Nullable BigDecimal declaredM2,
            @Nullable String planName,
            @Nullable LocalDate plannedOn,
            @Nullable BigDecimal leastRatio,
            @Nullable BigDecimal mostRatio,
            @Nullable BigDecimal leastDensity,
            @Nullable BigDecimal mostHeightM,
            @Nullable BigDecimal mostGreen,
            @Nullable BigDecimal mostService,
            @Nullable BigDecimal investmentYuanM2,
            @Nullable BigDecimal taxYuanM2,
            @Nullable BigDecimal outputYuanM2,
            @Nullable BigDecimal priceYuanM2,
            @Nullable String priceBasis,
            @Nullable List<Utility> utilities,
            @Nullable List<String> industries,
            @Nullable UUID holderId,
            @Nullable String holderName,
            @Nullable String note) {
        PlotProfile profile() {
            return new PlotProfile(
                    number,
                    name,
                    useCode,
                    shares == null
                            ? List.of()
                            : shares.stream()
                                    .map(s -> new PlotProfile.UseShare(s.useCode(), s.percent()))
                                    .toList(),
                    declaredM2,
                    planName,
                    plannedOn,
                    leastRatio,
                    mostRatio,
                    leastDensity,
                    mostHeightM,
                    mostGreen,
                    mostService,
                    investmentYuanM2,
                    taxYuanM2,
                    outputYuanM2,
                    priceYuanM2,
                    priceBasis,
                    utilities == null ? List.of() : utilities,
                    industries == null ? List.of() : industries,
                    holderId,
                    holderName,
                    note);
        }

        static PlotBody of(PlotProfile p) {
            return new PlotBody(
                    p.number(),
                    p.name(),
                    p.useCode(),
                    p.shares().stream()
                            .map(s -> new PlotUseShare(s.useCode(), s.percent()))
                            .toList(),
                    p.declaredM2(),
                    p.planName(),
                    p.plannedOn(),
                    p.leastRatio(),
                    p.mostRatio(),
                    p.leastDensity(),
                    p.mostHeightM(),
                    p.mostGreen(),
                    p.mostService(),
                    p.investmentYuanM2(),
                    p.taxYuanM2(),
                    p.outputYuanM2(),
                    p.priceYuanM2(),
                    p.priceBasis(),
                    p.utilities(),
                    p.industries(),
                    p.holderId(),
                    p.holderName(),
                    p.note());
        }
    }

    /** A plot in full. */
    record PlotWhole(
            UUID id,
            long version,
            PlotBody profile,
            PlotState state,
            LocalDate stateSince,
            BigDecimal computedM2,
            LocalDate begunOn,
            @Nullable LocalDate endedOn,
            Object geometry) {
        static PlotWhole of(PlotDetails d) {
            return new PlotWhole(
                    d.id().value(),
                    d.version(),
                    PlotBody.of(d.profile()),
                    d.state(),
                    d.stateSince(),
                    d.computedM2(),
                    d.begunOn(),
                    d.endedOn(),
                    GeoJson.geometry(d.shape()));
        }
    }

    /** A gate that refuses. */
    record PlotGateAnswer(String gate, String rule, String source, BigDecimal areaM2) {
        static PlotGateAnswer of(RefusedPlotGate refused, Messages messages) {
            var locale = LocaleContextHolder.getLocale();
            var key = "plots.gate." + refused.gate();
            return new PlotGateAnswer(
                    refused.gate().name(),
                    messages.text(locale, key),
                    messages.text(locale, key + ".source"),
                    refused.areaM2());
        }
    }

    /** A plot held for a lead. */
    record PlotReservationAnswer(
            UUID id,
            UUID plot,
            @Nullable UUID lead,
            @Nullable String leadName,
            ReservationState state,
            LocalDate until,
            @Nullable Integer place,
            Instant madeAt,
            String madeBy,
            @Nullable String endReason) {
        static PlotReservationAnswer of(ReservationLine line) {
            return new PlotReservationAnswer(
                    line.id(),
                    line.plot().value(),
                    line.lead(),
                    line.leadName(),
                    line.state(),
                    line.until(),
                    line.place(),
                    line.madeAt(),
                    line.madeBy(),
                    line.endReason());
        }
    }

    record PlotReservationList(List<PlotReservationAnswer> items) {}

    /** A plot of a file. */
    record BroughtPlotAnswer(
            @Nullable UUID id,
            int line,
            String number,
            String name,
            String useCode,
            @Nullable BigDecimal declaredM2,
            BigDecimal computedM2,
            List<String> notes,
            List<String> faults) {
        static BroughtPlotAnswer of(BroughtPlot one, Messages messages) {
            return new BroughtPlotAnswer(
                    one.id() == null ? null : one.id().value(),
                    one.line(),
                    one.number(),
                    one.name(),
                    one.useCode(),
                    one.declaredM2(),
                    one.computedM2(),
                    sentences(one.notes(), messages),
                    sentences(one.faults(), messages));
        }
    }

    /** What a file brings. */
    record PlotImportAnswer(
            @Nullable String file,
            boolean taken,
            @Nullable GroundFormat format,
            List<String> faults,
            List<BroughtPlotAnswer> plots) {
        static PlotImportAnswer of(@Nullable String name, BroughtFile file, Messages messages) {
            return new PlotImportAnswer(
                    name,
                    file.taken(),
                    file.format(),
                    sentences(file.faults(), messages),
                    file.plots().stream().map(one -> BroughtPlotAnswer.of(one, messages)).toList());
        }
    }

    static List<String> sentences(List<FileNote> notes, Messages messages) {
        var locale = LocaleContextHolder.getLocale();
        return notes.stream()
                .map(note -> messages.text(locale, note.key(), note.arguments().toArray()))
                .toList();
    }
}
