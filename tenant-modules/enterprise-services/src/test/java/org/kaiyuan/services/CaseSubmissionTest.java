package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.records.RecordChangeRefused;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.portal.Confirmations;
import org.springframework.beans.factory.annotation.Autowired;

/** Handing in: once, whole, and without losing anything where it is refused. */
class CaseSubmissionTest extends ServiceDesk {
    @Autowired MyCases cases;
    @Autowired CaseDirectory directory;
    @Autowired Confirmations confirmations;

    @Test
    void fifty_equal_submits_at_once_make_one_case_and_all_get_its_receipt() throws Exception {
        var firm = firm();
        var wang = person(firm, true);
        var draft = readyDraft(wang, firm, service());
        long version = as(wang, () -> drafting.find(draft).version());

        var receipts = atOnce(50, () -> as(wang, () -> submission.submit(draft, version)));

        assertThat(receipts).hasSize(50).containsOnly(receipts.getFirst());
        assertThat(read(Integer.class, "select count(*)::int from services.case_file")).isOne();
        assertThat(read(Integer.class, "select count(*)::int from services.case_event")).isOne();
        assertThat(read(Integer.class, "select count(*)::int from files.file")).isEqualTo(2);
    }

    @Test
    void cases_that_come_at_once_are_numbered_without_gaps() throws Exception {
        var firm = firm();
        var wang = person(firm, true);
        var service = service();
        var drafts = new ArrayList<DraftId>();
        for (int i = 0; i < 8; i++) {
            drafts.add(readyDraft(wang, firm, i == 0 ? service : service()));
        }
        var next = new AtomicInteger();

        var receipts = atOnce(8, () -> submit(wang, drafts.get(next.getAndIncrement())));

        var numbers = receipts.stream().map(Receipt::number).sorted().toList();
        for (int i = 0; i < 8; i++) {
            assertThat(numbers.get(i))
                    .startsWith(park.toUpperCase(Locale.ROOT) + "-")
                    .endsWith("-%06d".formatted(i + 1));
        }
        assertThat(receipts)
                .extracting(Receipt::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[2-9A-HJKMNP-Z]{8}"));
    }

    @Test
    void what_was_filled_in_is_the_case_with_its_files_and_both_sides_read_it() {
        var firm = firm();
        var wang = person(firm, true);
        var draft = readyDraft(wang, firm, service());

        var receipt = submit(wang, draft);

        var own = as(wang, () -> cases.find(receipt.caseId()));
        var staff = desk(() -> directory.find(receipt.caseId()));
        for (var sheet : List.of(own, staff)) {
            assertThat(sheet.row().receipt()).isEqualTo(receipt.number());
            assertThat(sheet.row().state()).isEqualTo(CaseState.SUBMITTED);
            assertThat(sheet.row().enterpriseName()).isEqualTo(firm.name());
            assertThat(sheet.answers().one("purpose")).isEqualTo("扩建厂房");
            assertThat(sheet.materials())
                    .extracting(one -> one.material().key(), CaseMaterial::state)
                    .containsExactly(
                            Tuple.tuple("licence", MaterialState.HANDED_IN),
                            Tuple.tuple("plan", MaterialState.HANDED_IN),
                            Tuple.tuple("photo", MaterialState.MISSING),
                            Tuple.tuple("charter", MaterialState.HELD));
            assertThat(sheet.materials().getFirst().files()).hasSize(1);
        }
        var file = staff.materials().getFirst().files().getFirst().id();
        assertThat(desk(() -> attachments.find(file)).record())
                .isEqualTo(CaseRecords.of(receipt.caseId()));
        assertThat(as(wang, () -> drafting.find(draft).submitted())).isEqualTo(receipt.caseId());
        assertThat(as(wang, () -> drafting.of(firm.id()))).isEmpty();
        assertThatThrownBy(() -> as(wang, () -> drafting.save(draft, said(FormAnswers.NONE), 1)))
                .isInstanceOf(CaseRefused.class);
        assertThat(as(wang, () -> cases.receipt(receipt.caseId()))).isEqualTo(receipt);
    }

    @Test
    void all_that_is_missing_is_said_at_once_and_the_draft_stays_as_it_was() {
        var firm = firm();
        var wang = person(firm, true);
        var draft =
                as(
                        wang,
                        () -> {
                            var id = drafting.begin(service(), firm.id());
                            drafting.save(
                                    id,
                                    new FilledIn(
                                            FormAnswers.NONE,
                                            new Applicant(" ", "abc"),
                                            false,
                                            Set.of("licence", "unknown")),
                                    drafting.find(id).version());
                            return id;
                        });
        var before = as(wang, () -> drafting.find(draft));

        assertThatThrownBy(() -> as(wang, () -> submission.submit(draft, before.version())))
                .isInstanceOfSatisfying(
                        ServicesFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(FieldFault::field)
                                        .containsExactlyInAnyOrder(
                                                "applicant.name",
                                                "applicant.phone",
                                                "answers.purpose",
                                                "materials.plan",
                                                "materials.licence"));
        assertThat(as(wang, () -> drafting.find(draft))).isEqualTo(before);
    }

    @Test
    void a_paper_that_may_follow_is_promised_and_a_hidden_field_is_not_asked_for() {
        var firm = firm();
        var wang = person(firm, true);
        var draft =
                as(
                        wang,
                        () -> {
                            var id = drafting.begin(service(), firm.id());
                            drafting.save(
                                    id,
                                    new FilledIn(filledIn(), APPLICANT, true, Set.of("plan")),
                                    drafting.find(id).version());
                            drafting.paper(id, "licence", file(CaseDraftRecords.of(id), "a.txt"));
                            return id;
                        });

        var receipt = submit(wang, draft);

        var sheet = as(wang, () -> cases.find(receipt.caseId()));
        assertThat(sheet.pledged()).isTrue();
        assertThat(sheet.materials())
                .filteredOn(one -> one.material().key().equals("plan"))
                .extracting(CaseMaterial::state)
                .containsExactly(MaterialState.DEFERRED);
    }

    @Test
    void what_is_kept_of_the_draft_is_handed_in() {
        var firm = firm();
        var wang = person(firm, true);
        var service = service();
        var draft =
                as(
                        wang,
                        () -> {
                            var id = drafting.begin(service, firm.id());
                            drafting.paper(id, "licence", file(CaseDraftRecords.of(id), "a.txt"));
                            drafting.save(
                                    id,
                                    new FilledIn(filledIn(), APPLICANT, true, Set.of("plan")),
                                    drafting.find(id).version());
                            return id;
                        });
        assertThat(as(wang, () -> drafting.faults(draft))).isEmpty();

        var receipt = as(wang, () -> submission.submit(draft, drafting.find(draft).version()));

        var sheet = as(wang, () -> cases.find(receipt.caseId()));
        assertThat(sheet.applicant()).isEqualTo(APPLICANT);
        assertThat(sheet.pledged()).isTrue();
        assertThat(sheet.materials())
                .filteredOn(one -> one.state() == MaterialState.DEFERRED)
                .extracting(one -> one.material().key())
                .containsExactly("plan");
    }

    @Test
    void a_pledge_and_a_paper_that_follows_are_left_out_where_the_edition_takes_them_no_more() {
        var firm = firm();
        var wang = person(firm, true);
        var service = service();
        var draft = readyDraft(wang, firm, service);
        as(
                wang,
                () ->
                        drafting.save(
                                draft,
                                new FilledIn(filledIn(), APPLICANT, true, Set.of("plan")),
                                drafting.find(draft).version()));
        var old = note("测试事项");
        publish(
                service,
                2,
                new ServiceNote(
                        old.guide(),
                        null,
                        old.grounds(),
                        old.materials(),
                        old.kind(),
                        old.statutoryDays(),
                        old.promisedDays(),
                        Set.of(),
                        0,
                        null,
                        old.topics(),
                        old.form(),
                        old.procedure(),
                        old.letters(),
                        List.of()));

        var receipt = as(wang, () -> submission.submit(draft, drafting.find(draft).version()));

        assertThat(as(wang, () -> cases.find(receipt.caseId())).pledged()).isFalse();
    }

    @Test
    void who_saw_an_older_draft_or_a_closed_service_is_refused_and_nothing_is_lost() {
        var firm = firm();
        var wang = person(firm, true);
        var service = service();
        var draft = readyDraft(wang, firm, service);
        var before = as(wang, () -> drafting.find(draft));

        assertThatThrownBy(() -> as(wang, () -> submission.submit(draft, before.version() - 1)))
                .isInstanceOf(ServicesChangedMeanwhile.class);
        close(service);
        assertThatThrownBy(() -> submit(wang, draft)).isInstanceOf(ServiceRefused.class);
        assertThatThrownBy(() -> as(wang, () -> drafting.begin(service(), firm().id())))
                .isInstanceOf(UnknownEnterprise.class);

        var after = as(wang, () -> drafting.find(draft));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_dismissed_colleague_hands_in_nothing_and_the_others_still_can() {
        var firm = firm();
        var boss = person(firm, true);
        var li = person(firm, false);
        var draft = readyDraft(li, firm, service());
        var row =
                desk(() ->
                        confirmations.of(firm.id()).stream()
                                .filter(one -> one.username().equals(li.getName()))
                                .findFirst()
                                .orElseThrow());
        desk(() -> {
            confirmations.end(row.id(), row.version(), "离职");
            return row;
        });

        assertThatThrownBy(() -> submit(li, draft)).isInstanceOf(UnknownDraft.class);

        assertThat(submit(boss, draft).number()).isNotBlank();
    }

    @Test
    void a_bundle_asks_for_each_paper_once_and_makes_a_case_of_every_part() {
        var firm = firm();
        var wang = person(firm, true);
        var first =
                service(
                        ServiceTrack.PARK,
                        note(
                                "第一项",
                                List.of(
                                        material("licence", "营业执照", true, false),
                                        material("map", "总平面图", true, false)),
                                List.of()));
        var second =
                service(
                        ServiceTrack.PARK,
                        note("第二项", List.of(material("yyzz", "营业执照", true, false)), List.of()));
        var bundle =
                service(
                        ServiceTrack.BUNDLE,
                        note(
                                "开办一件事",
                                List.of(material("form", "申请表", true, false)),
                                List.of(first, second)));
        var draft =
                as(
                        wang,
                        () -> {
                            var id = drafting.begin(bundle, firm.id());
                            var found = drafting.find(id);
                            assertThat(found.note().materials())
                                    .extracting(Material::name)
                                    .containsExactly("申请表", "营业执照", "总平面图");
                            drafting.save(id, said(filledIn()), found.version());
                            for (var material : found.note().materials()) {
                                drafting.paper(
                                        id,
                                        material.key(),
                                        file(CaseDraftRecords.of(id), material.key() + ".txt"));
                            }
                            return id;
                        });

        var receipt = submit(wang, draft);

        var sheet = desk(() -> directory.find(receipt.caseId()));
        assertThat(sheet.materials()).hasSize(3);
        assertThat(sheet.parts())
                .extracting(CaseRow::title, CaseRow::receipt)
                .containsExactly(
                        Tuple.tuple("第一项", receipt.number() + "-1"),
                        Tuple.tuple("第二项", receipt.number() + "-2"));
        var part = desk(() -> directory.find(sheet.parts().get(1).id()));
        assertThat(part.partOf()).isEqualTo(receipt.caseId());
        assertThat(part.materials())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.material().key()).isEqualTo("yyzz");
                    assertThat(one.state()).isEqualTo(MaterialState.HANDED_IN);
                    assertThat(one.files()).hasSize(1);
                });
        assertThat(as(wang, () -> cases.list(firm.id(), true, null, 10)).items())
                .extracting(CaseRow::id)
                .containsExactly(receipt.caseId());
    }

    @Test
    void a_file_that_comes_after_the_draft_was_handed_in_is_refused() {
        var firm = firm();
        var wang = person(firm, true);
        var draft = readyDraft(wang, firm, service());
        submit(wang, draft);

        assertThatThrownBy(() -> as(wang, () -> file(CaseDraftRecords.of(draft), "late.txt")))
                .isInstanceOfAny(RecordChangeRefused.class, UnknownFile.class);
    }

    private static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
        var ready = new CountDownLatch(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var all =
                    IntStream.range(0, many)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        ready.countDown();
                                        ready.await();
                                        return work.call();
                                    }))
                            .toList();
            var done = new ArrayList<T>();
            for (var one : all) {
                done.add(one.get());
            }
            return done;
        }
    }
}
