package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.records.RecordChangeRefused;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.services.SaidServices.Changed;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** From the first draft to what is closed. */
@KaiyuanTest
@ActAsZone("deyang")
class ServiceKeepingTest {
    @Autowired ServiceKeeping keeping;
    @Autowired ServiceCatalogue catalogue;
    @Autowired ServiceSamples samples;
    @Autowired Attachments attachments;
    @Autowired MatterKeeping matters;
    @Autowired ChangeHistory history;
    @Autowired TestServers servers;
    @Autowired Zones zones;

    @BeforeEach
    void no_services() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate services.service cascade");
        }
    }

    private ServiceId draft(String title) {
        return keeping.begin(null, ServiceTrack.PARK, null, SaidServices.park(title));
    }

    private ServiceId open(String title) {
        var id = draft(title);
        keeping.publish(id, 1);
        return id;
    }

    private ServiceRow row(ServiceId id) {
        return catalogue.find(id).row();
    }

    @Test
    void a_draft_becomes_an_edition_that_never_changes() throws Exception {
        var id = draft("场地租用");
        assertThat(row(id).state()).isEqualTo(ServiceState.DRAFT);
        assertThat(keeping.publish(id, 1)).isEqualTo(1);
        keeping.write(id, new Changed(SaidServices.park("场地预约")).topics("场地").note(), 2);
        assertThat(row(id))
                .satisfies(row -> {
                    assertThat(row.title()).as("what counts").isEqualTo("场地租用");
                    assertThat(row.topics()).isEmpty();
                    assertThat(row.hasDraft()).isTrue();
                    assertThat(row.state()).isEqualTo(ServiceState.OPEN);
                });
        assertThat(keeping.publish(id, 3)).isEqualTo(2);

        assertThat(row(id))
                .satisfies(row -> {
                    assertThat(row.title()).isEqualTo("场地预约");
                    assertThat(row.topics()).containsExactly("场地");
                    assertThat(row.hasDraft()).isFalse();
                });
        assertThat(catalogue.edition(id, 1).note().title()).isEqualTo("场地租用");
        assertThat(catalogue.editions(id)).extracting(EditionRow::number).containsExactly(2, 1);
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone("deyang").value() + "'");
            assertThatThrownBy(() -> sql.execute("update services.edition set note = '{}'"))
                    .hasMessageContaining("does not change");
        }
        assertThat(history.of(List.of(id.value()), null, 50))
                .extracting(one -> one.act() + " " + one.field() + " " + one.after())
                .contains(
                        "published edition 2",
                        "drafted title 场地预约",
                        "begun title 场地租用",
                        "drafted topics 场地");
    }

    @Test
    void all_that_hinders_publishing_is_said_at_once_and_the_draft_stays() {
        var id = draft("甲");
        var faulty =
                new Changed(SaidServices.park("甲"))
                        .materials(SaidServices.material("a", ""))
                        .topics("")
                        .note();
        keeping.write(id, faulty, 1);

        assertThatThrownBy(() -> keeping.publish(id, 2))
                .isInstanceOfSatisfying(
                        ServicesFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(one -> one.field())
                                        .containsExactlyInAnyOrder(
                                                "materials[0].name", "topics[0]"));
        assertThat(catalogue.find(id).draft()).isEqualTo(faulty);
        assertThatThrownBy(() -> keeping.write(id, SaidServices.park(" "), 2))
                .isInstanceOf(ServicesFieldsRefused.class);
    }

    @Test
    void who_was_slower_is_told_what_changed_meanwhile() {
        var id = draft("甲");
        keeping.write(id, SaidServices.park("乙"), 1);

        assertThatThrownBy(() -> keeping.write(id, SaidServices.park("丙"), 1))
                .isInstanceOfSatisfying(
                        ServicesChangedMeanwhile.class,
                        refused -> {
                            assertThat(refused.version()).isEqualTo(2);
                            assertThat(refused.changes()).anyMatch(one -> "乙".equals(one.after()));
                        });
        assertThatThrownBy(() -> keeping.publish(id, 1))
                .isInstanceOf(ServicesChangedMeanwhile.class);
        assertThat(catalogue.find(id).draft()).isEqualTo(SaidServices.park("乙"));
    }

    @Test
    void codes_are_numbered_or_said_and_each_is_given_once() {
        keeping.begin("FW0041", ServiceTrack.PARK, null, SaidServices.park("甲"));
        assertThat(row(draft("乙")).code()).isEqualTo("FW0042");
        assertThat(
                        row(keeping.begin(
                                        " 融资-1 ", ServiceTrack.PARK, null, SaidServices.park("丙")))
                                .code())
                .isEqualTo("融资-1");
        assertThatThrownBy(() ->
                        keeping.begin("FW0042", ServiceTrack.PARK, null, SaidServices.park("丁")))
                .isInstanceOf(ServiceRefused.class);
    }

    @Test
    void a_statutory_service_has_a_matter_of_the_zone_and_no_other_has() {
        var matter =
                matters.add(
                        new MatterDraft(null, null, "某项许可", MatterKind.PERMIT, null, List.of()));
        var note = ServiceDefaults.note(ServiceTrack.STATUTORY, "某项许可");
        var id = keeping.begin(null, ServiceTrack.STATUTORY, matter, note);
        assertThat(row(id).matter()).isEqualTo(matter);
        assertThat(keeping.publish(id, 1)).isEqualTo(1);

        for (var wrong : new MatterId[] {null, new MatterId(UUID.randomUUID())}) {
            assertThatThrownBy(() -> keeping.begin(null, ServiceTrack.STATUTORY, wrong, note))
                    .isInstanceOf(ServicesFieldsRefused.class);
        }
        assertThatThrownBy(() ->
                        keeping.begin(null, ServiceTrack.PARK, matter, SaidServices.park("甲")))
                .isInstanceOf(ServicesFieldsRefused.class);
        zones.in(
                "luzhou",
                () ->
                        assertThatThrownBy(() ->
                                        keeping.begin(null, ServiceTrack.STATUTORY, matter, note))
                                .isInstanceOf(ServicesFieldsRefused.class));
    }

    @Test
    void a_draft_that_is_dropped_takes_along_what_was_never_published() {
        var id = draft("甲");
        keeping.dropDraft(id, 1);
        assertThatThrownBy(() -> catalogue.find(id)).isInstanceOf(UnknownService.class);

        var open = open("乙");
        assertThatThrownBy(() -> keeping.dropDraft(open, 2)).isInstanceOf(ServiceRefused.class);
        keeping.write(open, SaidServices.park("丙"), 2);
        keeping.dropDraft(open, 3);
        assertThat(catalogue.find(open).draft()).isNull();
        assertThat(row(open).title()).isEqualTo("乙");
    }

    @Test
    void what_is_closed_is_opened_again_but_not_a_part_of_an_open_bundle() {
        var one = open("甲");
        var two = open("乙");
        var bundle =
                keeping.begin(
                        null,
                        ServiceTrack.BUNDLE,
                        null,
                        new Changed(ServiceDefaults.note(ServiceTrack.BUNDLE, "开办一件事"))
                                .parts(one, two)
                                .note());
        keeping.publish(bundle, 1);

        assertThatThrownBy(() -> keeping.close(one, 2))
                .isInstanceOf(ServiceRefused.class)
                .hasMessageContaining("开办一件事");
        keeping.close(bundle, 2);
        keeping.close(one, 2);
        assertThat(row(one).state()).isEqualTo(ServiceState.CLOSED);
        assertThatThrownBy(() -> keeping.reopen(bundle, 3))
                .as("its part is closed")
                .isInstanceOf(ServicesFieldsRefused.class);
        assertThatThrownBy(() -> keeping.close(one, 3)).isInstanceOf(ServiceRefused.class);
        keeping.reopen(one, 3);
        keeping.reopen(bundle, 3);
        assertThat(row(bundle).state()).isEqualTo(ServiceState.OPEN);
        var nested =
                new Changed(ServiceDefaults.note(ServiceTrack.BUNDLE, "嵌套"))
                        .parts(bundle, ServiceId.next())
                        .note();
        assertThat(keeping.faults(ServiceTrack.BUNDLE, nested))
                .extracting(fault -> fault.messageKey())
                .containsExactly("services.rule.partOfOtherKind", "services.rule.partNotOpen");
    }

    @Test
    void pages_follow_the_titles_and_filters_narrow() {
        for (var title : List.of("厂房租赁", "厂房报修", "人才公寓", "厂房预约")) {
            draft(title);
        }
        var bank =
                keeping.begin(
                        "JR-1",
                        ServiceTrack.PARK,
                        null,
                        new Changed(SaidServices.park("银企对接")).topics("融资").note());
        keeping.publish(bank, 1);
        var first = catalogue.list(ServiceFilter.ALL, null, 3);
        var second = catalogue.list(ServiceFilter.ALL, first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(titles(new ServiceFilter("厂房", null, null, null))).hasSize(3);
        assertThat(titles(new ServiceFilter("jr", null, null, null))).containsExactly("银企对接");
        assertThat(titles(new ServiceFilter("%", null, null, null))).isEmpty();
        assertThat(titles(new ServiceFilter("\0", ServiceState.OPEN, ServiceTrack.PARK, "融资")))
                .containsExactly("银企对接");
        assertThat(titles(new ServiceFilter(null, ServiceState.CLOSED, null, null))).isEmpty();
        assertThat(catalogue.topics()).containsExactly("融资");
    }

    private List<String> titles(ServiceFilter filter) {
        return catalogue.list(filter, null, 50).items().stream().map(ServiceRow::title).toList();
    }

    @Test
    void a_sample_is_opened_by_everybody_once_the_edition_names_it_and_no_other_file_is()
            throws Exception {
        var id = draft("甲");
        var named = attach(id, "样表.txt");
        var other = attach(id, "内部.txt");
        var material =
                new Material(
                        "a",
                        "申请表",
                        null,
                        1,
                        0,
                        true,
                        false,
                        false,
                        null,
                        List.of(),
                        List.of(new Sample(named, "样表"), new Sample(FileId.next(), "别处的")));
        keeping.write(id, new Changed(SaidServices.park("甲")).materials(material).note(), 1);
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(zones.somebody("deyang", "portal:enter")));
        try {
            assertThatThrownBy(() -> samples.open(id, named))
                    .as("a draft")
                    .isInstanceOf(UnknownService.class);
            SecurityContextHolder.setContext(before);
            keeping.publish(id, 2);
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(zones.somebody("deyang", "portal:enter")));
            try (var file = samples.open(id, named)) {
                assertThat(file.content().readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("样表.txt");
            }
            assertThatThrownBy(() -> samples.open(id, other)).isInstanceOf(UnknownFile.class);
            assertThatThrownBy(() -> samples.open(id, material.samples().get(1).file()))
                    .isInstanceOf(UnknownFile.class);
            assertThatThrownBy(() -> attachments.open(named))
                    .as("the record itself is the staff's")
                    .isInstanceOf(UnknownFile.class);
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(zones.somebody("deyang", "services:read")));
            assertThatThrownBy(() -> attach(id, "x.txt")).isInstanceOf(RecordChangeRefused.class);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private FileId attach(ServiceId id, String name) throws Exception {
        return attachments
                .attach(
                        ServiceRecords.of(id),
                        name,
                        new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    @Test
    void what_cannot_be_stored_is_left_out() {
        var id =
                keeping.begin(
                        "c\0",
                        ServiceTrack.PARK,
                        null,
                        new Changed(SaidServices.park("甲\0乙")).conditions("a\0b\uD800").note());
        assertThat(row(id).title()).isEqualTo("甲乙");
        assertThat(catalogue.find(id).draft())
                .isNotNull()
                .extracting(note -> note.guide().conditions())
                .isEqualTo("ab");
        assertThat(
                        ServiceJson.answers(
                                ServiceJson.write(
                                        new FormAnswers(
                                                java.util.Map.of("a\0", List.of("x\0😀")),
                                                java.util.Map.of()))))
                .isEqualTo(
                        new FormAnswers(java.util.Map.of("a", List.of("x😀")), java.util.Map.of()));
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        var id = open("只属德阳");
        var sample = attach(id, "样表.txt");
        zones.in(
                "luzhou",
                () -> {
                    assertThat(catalogue.list(ServiceFilter.ALL, null, 50).items()).isEmpty();
                    assertThat(catalogue.topics()).isEmpty();
                    assertThatThrownBy(() -> catalogue.find(id)).isInstanceOf(UnknownService.class);
                    assertThatThrownBy(() -> catalogue.edition(id, 1))
                            .isInstanceOf(UnknownService.class);
                    assertThatThrownBy(() -> catalogue.editions(id))
                            .isInstanceOf(UnknownService.class);
                    assertThatThrownBy(() -> keeping.write(id, SaidServices.park("x"), 2))
                            .isInstanceOf(UnknownService.class);
                    assertThatThrownBy(() -> keeping.close(id, 2))
                            .isInstanceOf(UnknownService.class);
                    assertThatThrownBy(() -> samples.open(id, sample))
                            .isInstanceOf(UnknownService.class);
                    assertThatThrownBy(() -> attach(id, "x.txt")).isInstanceOf(UnknownRecord.class);
                    var theirs =
                            keeping.begin(
                                    "FW0001", ServiceTrack.PARK, null, SaidServices.park("同码"));
                    assertThat(row(theirs).code()).isEqualTo("FW0001");
                    return Set.of();
                });
        assertThat(row(id).code()).isEqualTo("FW0001");
    }
}
