package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Rights over plots, papers and files about them. */
@KaiyuanTest
@ActAsZone("deyang")
class PlotPapersTest {
    private static final LocalDate YEAR_20 = LocalDate.of(2020, 1, 1);
    private static final LocalDate YEAR_30 = LocalDate.of(2030, 1, 1);

    @Autowired PlotRegistration registration;
    @Autowired PlotDirectory directory;
    @Autowired PlotSplitting splitting;
    @Autowired PlotMerging merging;
    @Autowired PlotRights rights;
    @Autowired PlotCertificates certificates;
    @Autowired Attachments attachments;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    PlotId plot;

    @BeforeEach
    void a_plot() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.plot, plots.layer_shape, leads.lead cascade");
        }
        plot =
                registration.register(
                        Papers.of("A-01"), PlotLineageTest.square(442_000, 3_442_200, 200, 200));
    }

    @Test
    void rights_of_one_kind_share_no_room_at_one_time() {
        var id = rights.add(plot, right(RightKind.BELOW, YEAR_20, YEAR_30, "460", "470"));

        for (var same :
                List.of(
                        right(RightKind.BELOW, YEAR_30, null, "469.99", "480"),
                        right(RightKind.BELOW, YEAR_30, null, null, null),
                        right(RightKind.BELOW, YEAR_20.minusYears(5), YEAR_20, null, "460.01"),
                        right(RightKind.BELOW, YEAR_20.plusYears(1), null, "462", "463"))) {
            assertThatThrownBy(() -> rights.add(plot, same)).isInstanceOf(RightRefused.class);
        }
        rights.add(plot, right(RightKind.BELOW, YEAR_20, null, "470", null));
        rights.add(plot, right(RightKind.BELOW, YEAR_20, null, null, "460"));
        rights.add(plot, right(RightKind.BELOW, YEAR_30.plusDays(1), null, "460", "470"));
        rights.add(plot, right(RightKind.ABOVE, YEAR_20, null, null, null));

        assertThat(rights.of(plot, null)).hasSize(5);
        assertThat(rights.of(plot, YEAR_30)).hasSize(4);
        assertThat(rights.of(plot, YEAR_20.minusDays(1))).isEmpty();
        assertThatThrownBy(() -> rights.end(id, 0, YEAR_30.plusDays(1)))
                .isInstanceOf(RightRefused.class);
        assertThat(rights.end(id, 0, YEAR_20.plusYears(2))).isEqualTo(1);
        assertThatThrownBy(() -> rights.end(id, 0, YEAR_20.plusYears(3)))
                .isInstanceOf(PlotChangedMeanwhile.class);
        assertThat(directory.history(plot, null, 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.act()).isEqualTo("rightEnded");
                    assertThat(line.after())
                            .contains("2020-01-01 – 2022-01-01", "460.00 – 470.00 m");
                });
    }

    @Test
    void whatever_rights_come_none_shares_room_with_one_that_was_taken() {
        var random = new Random(7);
        int taken = 0;
        var kept = new ArrayList<RightDraft>();
        for (int i = 0; i < 200; i++) {
            var from = YEAR_20.plusDays(random.nextInt(40));
            int low = random.nextInt(16);
            int high = low + 1 + random.nextInt(3);
            var wanted =
                    right(
                            RightKind.values()[random.nextInt(3)],
                            from,
                            random.nextInt(20) == 0 ? null : from.plusDays(random.nextInt(6)),
                            random.nextInt(20) == 0 ? null : "" + low,
                            random.nextInt(20) == 0 ? null : "" + high);
            boolean free = kept.stream().noneMatch(other -> share(other, wanted));
            try {
                rights.add(plot, wanted);
                assertThat(free).as(wanted + " among " + kept).isTrue();
                kept.add(wanted);
                taken++;
            } catch (RightRefused refused) {
                assertThat(free).as(wanted + " among " + kept).isFalse();
            }
        }
        assertThat(taken).isBetween(40, 160);
    }

    /** Day by day and height by height: nothing of the rule itself. */
    private static boolean share(RightDraft one, RightDraft other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        for (var day = YEAR_20; day.isBefore(YEAR_20.plusDays(60)); day = day.plusDays(1)) {
            for (int height = -1; height < 22; height++) {
                if (has(one, day, height) && has(other, day, height)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it has the metre from that height on. */
    private static boolean has(RightDraft r, LocalDate day, int height) {
        return !day.isBefore(r.from())
                && (r.to() == null || !day.isAfter(r.to()))
                && (r.lowM() == null || r.lowM().intValueExact() <= height)
                && (r.highM() == null || r.highM().intValueExact() > height);
    }

    @Test
    void what_is_wrong_with_a_right_is_told_by_field() {
        assertThatThrownBy(() ->
                        rights.add(
                                plot,
                                new RightDraft(
                                        RightKind.ABOVE,
                                        null,
                                        " ",
                                        YEAR_30,
                                        YEAR_20,
                                        BigDecimal.TEN,
                                        BigDecimal.TEN,
                                        "x".repeat(101),
                                        null)))
                .isInstanceOfSatisfying(
                        PlotFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(fault -> fault.field())
                                        .containsExactlyInAnyOrder(
                                                "holderName", "to", "highM", "certificate"));
        assertThatThrownBy(() -> rights.end(UUID.randomUUID(), 0, YEAR_20))
                .isInstanceOf(UnknownRight.class);
    }

    @Test
    void rights_go_on_over_the_pieces_of_a_split_and_stand_in_the_way_of_a_merger() {
        rights.add(plot, right(RightKind.BELOW, YEAR_20, null, "460", "470"));
        rights.add(plot, right(RightKind.BELOW, YEAR_20, YEAR_20.plusYears(1), "470", "480"));
        double x = 35_442_100;
        var pieces =
                splitting.cut(
                        new PlotSeen(plot, 0),
                        new GeometryFactory()
                                .createLineString(
                                        new Coordinate[] {
                                            new Coordinate(x, 3_441_000),
                                            new Coordinate(x, 3_443_000)
                                        }),
                        Crs.withPrefix(35),
                        List.of(
                                new PlotNaming("A-02", "西", null),
                                new PlotNaming("A-03", "东", null)),
                        null,
                        null);

        for (var piece : pieces) {
            assertThat(rights.of(piece, null))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.right().from())
                                .isEqualTo(directory.details(piece).begunOn());
                        assertThat(line.right().to()).isNull();
                        assertThat(line.right().lowM()).isEqualByComparingTo("460");
                    });
        }
        assertThat(rights.of(plot, null)).hasSize(2);
        assertThatThrownBy(
                        () -> rights.add(plot, right(RightKind.ABOVE, YEAR_20, null, null, null)))
                .isInstanceOf(PlotHasEnded.class);
        var both = pieces.stream().map(one -> new PlotSeen(one, 0)).toList();
        assertThatThrownBy(() -> merging.merge(both, new PlotNaming("A-04", "合", null), null, null))
                .isInstanceOfSatisfying(
                        PlotLineageRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("plots.refusal.lineage.rights"));
    }

    @Test
    void a_certificate_is_entered_once_changed_and_taken_away() {
        var id = certificates.add(plot, certificate("川（2026）第1号"));
        certificates.add(plot, certificate("川（2026）第2号"));

        assertThatThrownBy(() -> certificates.add(plot, certificate(" 川（2026）第1号 ")))
                .isInstanceOf(CertificateRefused.class);
        assertThatThrownBy(() -> certificates.change(id, 0, certificate("川（2026）第2号")))
                .isInstanceOf(CertificateRefused.class);
        assertThatThrownBy(() -> certificates.add(plot, certificate("")))
                .isInstanceOf(PlotFieldsRefused.class);
        assertThat(certificates.change(id, 0, certificate("川（2026）第3号"))).isEqualTo(1);
        assertThat(certificates.change(id, 1, certificate("川（2026）第3号"))).isEqualTo(1);
        assertThatThrownBy(() -> certificates.remove(id, 0))
                .isInstanceOf(PlotChangedMeanwhile.class);
        certificates.remove(id, 1);

        assertThat(certificates.of(plot))
                .extracting(line -> line.certificate().number())
                .containsExactly("川（2026）第2号");
        assertThat(directory.history(plot, null, 1))
                .singleElement()
                .satisfies(line -> assertThat(line.before()).contains("川（2026）第3号"));
    }

    @Test
    void files_hang_on_a_plot() throws Exception {
        var file = new ByteArrayInputStream("现场情况".getBytes(StandardCharsets.UTF_8));

        attachments.attach(PlotRecords.of(plot), "现场.txt", file);

        assertThat(attachments.of(PlotRecords.of(plot), null, 10).items()).hasSize(1);
        zones.in(
                "luzhou",
                () -> {
                    assertThatThrownBy(() -> attachments.of(PlotRecords.of(plot), null, 10))
                            .isInstanceOf(UnknownRecord.class);
                    return null;
                });
    }

    @Test
    void another_zone_sees_nothing() {
        var right = rights.add(plot, right(RightKind.BELOW, YEAR_20, null, null, null));
        var paper = certificates.add(plot, certificate("川（2026）第1号"));

        zones.in(
                "luzhou",
                () -> {
                    assertThatThrownBy(() -> rights.of(plot, null)).isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() ->
                                    rights.add(
                                            plot,
                                            right(RightKind.ABOVE, YEAR_20, null, null, null)))
                            .isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> rights.end(right, 0, YEAR_30))
                            .isInstanceOf(UnknownRight.class);
                    assertThatThrownBy(() -> certificates.of(plot)).isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> certificates.add(plot, certificate("x")))
                            .isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> certificates.change(paper, 0, certificate("x")))
                            .isInstanceOf(UnknownCertificate.class);
                    assertThatThrownBy(() -> certificates.remove(paper, 0))
                            .isInstanceOf(UnknownCertificate.class);
                    return null;
                });
        assertThat(rights.of(plot, null)).hasSize(1);
        assertThat(certificates.of(plot)).hasSize(1);
    }

    private static RightDraft right(
            RightKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String low,
            @Nullable String high) {
        return new RightDraft(
                kind,
                null,
                "甲公司",
                from,
                to,
                low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high),
                null,
                null);
    }

    private static CertificateDraft certificate(String number) {
        return new CertificateDraft(
                CertificateKind.REAL_ESTATE, number, YEAR_20, null, "德阳市自然资源和规划局", null);
    }
}
