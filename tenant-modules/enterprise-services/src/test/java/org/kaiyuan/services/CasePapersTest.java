package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.files.UnknownFile;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers that staff bring in, that a bundle is asked for, and that may not follow. */
class CasePapersTest extends ServiceDesk {
    @Autowired CasePapers papers;
    @Autowired CaseCounter counter;
    @Autowired CaseAcceptance acceptance;
    @Autowired CaseDirectory directory;
    @Autowired MyCases cases;
    @Autowired Clock clock;

    @Test
    void what_was_asked_of_a_person_without_an_account_comes_in_over_the_counter() {
        var id = desk(() -> counter.takeIn(note(withFile()), UUID.randomUUID()).caseId());
        desk(() -> {
            acceptance.askSupplement(id, Map.of("plan", "缺少概算"), "请补正", seen(id));
            return id;
        });
        assertThatThrownBy(() -> supplied(id)).isInstanceOf(ServicesFieldsRefused.class);

        desk(() -> {
            papers.paper(id, "plan", file(CaseRecords.of(id), "概算.txt"));
            return id;
        });
        supplied(id);

        var sheet = desk(() -> directory.find(id));
        assertThat(sheet.row().state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(of(sheet, "实施方案").state()).isEqualTo(MaterialState.HANDED_IN);
        assertThat(of(sheet, "实施方案").files()).hasSize(1);
        assertThatThrownBy(() -> supplied(id)).isInstanceOf(CaseRefused.class);
    }

    @Test
    void a_paper_is_one_of_the_services_and_a_file_of_this_case() {
        var id = desk(() -> counter.takeIn(note(service()), UUID.randomUUID()).caseId());
        var other = desk(() -> counter.takeIn(note(service()), UUID.randomUUID()).caseId());
        var file = desk(() -> file(CaseRecords.of(other), "别案.txt"));

        assertThatThrownBy(() -> bring(id, "nothing", file))
                .isInstanceOf(ServicesFieldsRefused.class);
        assertThatThrownBy(() -> bring(id, "plan", file)).isInstanceOf(UnknownFile.class);
        assertThatThrownBy(() ->
                        zones.in(
                                "papers-elsewhere",
                                () -> {
                                    papers.paper(id, "plan", file);
                                    return id;
                                }))
                .isInstanceOf(UnknownCase.class);
    }

    @Test
    void a_bundle_is_asked_for_the_papers_of_its_parts() {
        var part =
                service(
                        ServiceTrack.PARK,
                        note("第一项", List.of(material("map", "总平面图", true, false)), List.of()));
        var bundle =
                service(ServiceTrack.BUNDLE, note("开办一件事", List.of(), List.of(part, service())));
        var firm = firm();
        var wang = person(firm, true);
        var id =
                as(
                        wang,
                        () -> {
                            var draft = drafting.begin(bundle, firm.id());
                            drafting.save(draft, said(filledIn()), drafting.find(draft).version());
                            for (var one : drafting.find(draft).note().materials()) {
                                if (!one.held()) {
                                    drafting.paper(
                                            draft,
                                            one.key(),
                                            file(CaseDraftRecords.of(draft), one.key() + ".txt"));
                                }
                            }
                            return submission
                                    .submit(draft, drafting.find(draft).version())
                                    .caseId();
                        });
        var key = of(desk(() -> directory.find(id)), "总平面图").material().key();

        desk(() -> {
            acceptance.askSupplement(id, Map.of(key, "没有比例尺"), "请补正", seen(id));
            return id;
        });

        assertThat(of(desk(() -> directory.find(id)), "总平面图").remark()).isEqualTo("没有比例尺");
        as(
                wang,
                () -> {
                    cases.paper(id, key, file(CaseRecords.of(id), "新图.txt"));
                    cases.supplement(id, filledIn(), cases.find(id).row().version());
                    return id;
                });
        var parts = desk(() -> directory.find(id)).parts();
        var sheet = desk(() -> directory.find(parts.getFirst().id()));
        assertThat(sheet.row().state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(of(sheet, "总平面图").files()).hasSize(2);
    }

    @Test
    void papers_may_not_follow_where_the_registration_was_revoked() {
        var firm = firm();
        var wang = person(firm, true);
        var id =
                as(
                        wang,
                        () -> {
                            var draft = drafting.begin(service(), firm.id());
                            drafting.save(
                                    draft,
                                    new FilledIn(filledIn(), APPLICANT, false, Set.of("plan")),
                                    drafting.find(draft).version());
                            drafting.paper(
                                    draft,
                                    "licence",
                                    file(CaseDraftRecords.of(draft), "licence.txt"));
                            return submission
                                    .submit(draft, drafting.find(draft).version())
                                    .caseId();
                        });
        owned(
                "update enterprises.enterprise set status = 'REVOKED' where id = ?",
                firm.id().value());

        assertThatThrownBy(() -> deferred(id))
                .isInstanceOf(CaseRefused.class)
                .hasMessageContaining("badCredit");

        owned(
                "update enterprises.enterprise set status = 'ACTIVE' where id = ?",
                firm.id().value());
        deferred(id);
        assertThat(desk(() -> directory.find(id)).row().state()).isEqualTo(CaseState.ACCEPTED);
    }

    private void deferred(CaseId id) {
        desk(() -> {
            acceptance.acceptDeferred(
                    id, Set.of("plan"), LocalDate.now(clock).plusDays(5), seen(id));
            return id;
        });
    }

    private void bring(CaseId id, String material, org.kaiyuan.platform.files.FileId file) {
        desk(() -> {
            papers.paper(id, material, file);
            return id;
        });
    }

    private void supplied(CaseId id) {
        desk(() -> {
            papers.supplied(id, seen(id));
            return id;
        });
    }

    private long seen(CaseId id) {
        return directory.find(id).row().version();
    }

    private static CaseMaterial of(CaseSheet sheet, String name) {
        return sheet.materials().stream()
                .filter(one -> one.material().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Its form asks for a file, which the counter does not. */
    private ServiceId withFile() {
        var note = note("要附件的事项");
        var sections = new ArrayList<>(note.form().sections());
        sections.add(
                new FormSection(
                        "附件", null, List.of(FormField.of("scan", FieldKind.FILE, "扫描件", true))));
        return service(
                ServiceTrack.PARK,
                new ServiceNote(
                        note.guide(),
                        note.english(),
                        note.grounds(),
                        note.materials(),
                        note.kind(),
                        note.statutoryDays(),
                        note.promisedDays(),
                        note.modes(),
                        note.visits(),
                        note.window(),
                        note.topics(),
                        new FormDefinition(sections),
                        note.procedure(),
                        note.letters(),
                        note.parts()));
    }

    private static CounterNote note(ServiceId service) {
        return new CounterNote(
                service,
                null,
                "某某工作室",
                null,
                APPLICANT,
                filledIn(),
                false,
                Set.of(),
                Set.of("licence", "plan"));
    }
}
