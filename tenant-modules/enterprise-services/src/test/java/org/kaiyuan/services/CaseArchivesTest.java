package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.files.Attachments;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters as files, and what the archive keeps. */
class CaseArchivesTest extends CaseTable {
    @Autowired CaseArchives archives;
    @Autowired LetterFiles files;
    @Autowired Attachments attachments;
    @Autowired CaseRecords records;

    @Test
    void an_archive_package_is_the_same_every_time_and_says_the_hash_of_each_of_its_parts()
            throws Exception {
        var id = accepted();
        attachments.attach(
                CaseRecords.of(id),
                "现场照片说明.txt",
                new ByteArrayInputStream("现场".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> written(id)).isInstanceOf(CaseRefused.class);
        allGood(id);
        decision.decide(id, CaseOutcome.GRANTED, "符合条件", null, version(id));
        delivery.deliver(id, DeliveryWay.IN_PERSON, today(), "王芳", version(id));
        delivery.archive(id, version(id));

        var first = written(id);
        clock.to(DAY.plusDays(30));
        review.remark(id, "归档后的备注");
        var second = written(id);

        assertThat(second).isEqualTo(first);
        assertThat(held(id).archiveSha256()).isEqualTo(sha256(first));
        var entries = entries(first);
        assertThat(entries.keySet())
                .contains(
                        "index.csv", "case.json", "letters/001-受理通知书.docx", "files/001-现场照片说明.txt");
        var index = new String(entries.get("index.csv"), StandardCharsets.UTF_8);
        for (var entry : entries.entrySet()) {
            if (!entry.getKey().equals("index.csv")) {
                assertThat(index).contains(entry.getKey(), sha256(entry.getValue()));
            }
        }
        assertThat(new String(entries.get("case.json"), StandardCharsets.UTF_8))
                .contains("符合条件", "四川甲科技有限公司")
                .doesNotContain("归档后的备注");
        zones.in(
                "case-archives-other",
                () -> {
                    assertThatThrownBy(() -> written(id)).isInstanceOf(UnknownCase.class);
                    return id;
                });
    }

    @Test
    void what_was_not_accepted_is_archived_and_stays_what_it_is() throws Exception {
        var id = submitted();
        attachments.attach(
                CaseRecords.of(id),
                "申请书.txt",
                new ByteArrayInputStream("申请".getBytes(StandardCharsets.UTF_8)));
        refused("state", id);
        acceptance.notAccept(id, "不属于本机关职权范围", version(id));

        delivery.archive(id, version(id));

        assertThat(held(id).state()).isEqualTo(CaseState.NOT_ACCEPTED);
        assertThat(records.mayChange(id.value())).isFalse();
        refused("archived", id);
        var first = written(id);
        review.remark(id, "归档后的备注");
        clock.to(DAY.plusDays(9));
        assertThat(written(id)).isEqualTo(first);
        assertThat(held(id).archiveSha256()).isEqualTo(sha256(first));
        var entries = entries(first);
        assertThat(entries.keySet())
                .containsExactly(
                        "index.csv", "case.json", "letters/001-不予受理通知书.docx", "files/001-申请书.txt");
        assertThat(new String(entries.get("case.json"), StandardCharsets.UTF_8))
                .contains("不属于本机关职权范围", "\"ended\" : \"NOT_ACCEPTED\"", "2026-03-02");
    }

    @Test
    void what_was_withdrawn_is_archived_wherever_its_procedure_stood() throws Exception {
        var id = accepted(new ReviewSeat("s", "环保", null, 3));
        withdraw(id);

        delivery.archive(id, version(id));

        assertThat(held(id).state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(held(id).step()).isEqualTo(StepKind.REVIEW);
        assertThat(held(id).archiveSha256()).isEqualTo(sha256(written(id)));
        assertThat(entries(written(id)).keySet()).contains("letters/001-受理通知书.docx");
    }

    @Test
    void a_bundle_is_archived_with_what_was_withdrawn_of_it_but_not_before_all_of_it_has_ended()
            throws Exception {
        var bundle = submitted(ServiceTrack.BUNDLE, null, note(ServiceTrack.BUNDLE));
        var first = submitted(ServiceTrack.PARK, null, note(ServiceTrack.PARK), bundle, 1, false);
        var second = submitted(ServiceTrack.PARK, null, note(ServiceTrack.PARK), bundle, 2, false);
        acceptance.accept(bundle, version(bundle));
        allGood(first);
        decision.decide(first, CaseOutcome.GRANTED, "", null, version(first));
        withdraw(second);
        withdraw(bundle);
        refused("partsOpen", bundle);
        delivery.deliver(first, DeliveryWay.POST, today(), "EMS1", version(first));
        delivery.archive(first, version(first));

        delivery.archive(bundle, version(bundle));

        var written = written(bundle);
        assertThat(sha256(written)).isEqualTo(held(bundle).archiveSha256());
        assertThat(new String(entries(written).get("case.json"), StandardCharsets.UTF_8))
                .contains(
                        String.valueOf(held(first).archiveSha256()),
                        String.valueOf(held(second).archiveSha256()));
        assertThat(held(first).state()).isEqualTo(CaseState.ARCHIVED);
        assertThat(held(second).state()).isEqualTo(CaseState.WITHDRAWN);
    }

    private void refused(String key, CaseId id) {
        assertThatThrownBy(() -> delivery.archive(id, version(id)))
                .isInstanceOfSatisfying(
                        CaseRefused.class,
                        refused ->
                                assertThat(refused.messageKey())
                                        .isEqualTo("services.refusal.case." + key));
    }

    /** As the enterprise would. */
    private void withdraw(CaseId id) {
        work(() -> {
            var held = store.read(id);
            store.become(held, CaseState.WITHDRAWN, held.step());
            store.change(id, "ended_on = ?", today());
            store.happened(held, CaseAct.WITHDRAW, held.step(), today(), "不办了", true);
            store.settle(id);
            return id;
        });
    }

    @Test
    void a_letter_is_an_official_paper_and_the_same_to_the_last_byte() throws Exception {
        var id = accepted();
        var letter = letters(id).getFirst();

        var file = files.docx(id, letter.id());

        assertThat(file.name()).startsWith("受理通知书").endsWith(".docx");
        assertThat(files.docx(id, letter.id()).content()).isEqualTo(file.content());
        try (var document = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            var paragraphs = document.getParagraphs();
            assertThat(paragraphs.getFirst().getText()).isEqualTo("受理通知书");
            assertThat(paragraphs.getFirst().getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(paragraphs.get(1).getText()).isEqualTo(letter.number());
            assertThat(paragraphs.getLast().getText()).isEqualTo("2026年3月2日");
            assertThat(paragraphs.stream().map(XWPFParagraph::getText).filter("2026年3月2日"::equals))
                    .hasSize(1);
        }
        assertThatThrownBy(() -> files.find(id, LetterId.next())).isInstanceOf(UnknownLetter.class);
        zones.in(
                "case-archives-other",
                () -> {
                    assertThatThrownBy(() -> files.docx(id, letter.id()))
                            .isInstanceOf(UnknownCase.class);
                    return id;
                });
    }

    @Test
    void letters_are_numbered_without_gaps_and_an_act_that_fails_takes_no_number() {
        var first = number(accepted());
        var failed = submitted();
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(open -> {
                            acceptance.accept(failed, version(failed));
                            throw new IllegalStateException("after the letter");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(letters(failed)).isEmpty();

        assertThat(number(accepted())).isEqualTo(first + 1);
    }

    @Test
    void what_is_filled_in_is_not_looked_at_again() {
        assertThat(
                        LetterWriting.filled(
                                "{applicant}：{reason} {nothing-of-it}",
                                Map.of(
                                        LetterPlace.APPLICANT,
                                        "{reason}<b>",
                                        LetterPlace.REASON,
                                        "$1 {applicant}")))
                .isEqualTo("{reason}<b>：$1 {applicant} {nothing-of-it}");
    }

    private int number(CaseId id) {
        var number = letters(id).getFirst().number();
        return Integer.parseInt(
                number.chars()
                        .skip(number.indexOf('〕'))
                        .filter(Character::isDigit)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
    }

    private byte[] written(CaseId id) throws IOException {
        var to = new ByteArrayOutputStream();
        archives.write(id, to);
        return to.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var from = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                entries.put(entry.getName(), from.readAllBytes());
            }
        }
        return entries;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
