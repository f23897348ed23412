package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.AuditWords;
import org.kaiyuan.platform.notices.NoticeKind;
import org.kaiyuan.platform.notices.WebhookKind;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.testing.KaiyuanTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What people read of taking over, using, evaluating and asking for powers. */
@KaiyuanTest
class PowerWordsTest {
    private static final List<String> KINDS =
            List.of(
                    ReadinessKeeping.SUBJECT,
                    PowerUse.SUBJECT,
                    PowerUseRulesKeeping.SUBJECT,
                    PowerEvaluating.SUBJECT,
                    PowerEvaluating.REPORT,
                    PowerRequesting.SUBJECT,
                    PowerAnswering.SUBJECT);

    private static final List<String> FIELDS =
            List.of(
                    "ACCOUNT",
                    "FORMS",
                    "GUIDE",
                    "PEOPLE",
                    "PROCEDURE",
                    "SEAL",
                    "acceptedOn",
                    "adjust",
                    "answer",
                    "answeredOn",
                    "applicant",
                    "authority",
                    "body",
                    "cases",
                    "casesAsked",
                    "casesSaid",
                    "decidedOn",
                    "document",
                    "dueOn",
                    "evaluationDue",
                    "expiryDays",
                    "file",
                    "grantedOn",
                    "handoverDays",
                    "keep",
                    "matter",
                    "matterCode",
                    "month",
                    "notes",
                    "outcome",
                    "overturned",
                    "overturnedOn",
                    "owner",
                    "readinessSaid",
                    "reason",
                    "recall",
                    "reference",
                    "rows",
                    "said",
                    "step",
                    "supervisor",
                    "unusedMonths",
                    "verdict",
                    "why",
                    "withdrawnWhy",
                    "year",
                    "zone");

    @Autowired Messages messages;
    @Autowired AuditWords words;
    @Autowired List<NoticeKind> notices;
    @Autowired List<WebhookKind> webhooks;

    @Test
    void every_sentence_is_there_in_chinese_and_in_english() {
        assertThat(ours(messages.chineseKeys()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(ours(messages.englishKeys()));
    }

    @Test
    void every_constant_that_people_see_has_a_name() {
        Stream.of(
                        ReadinessItem.values(),
                        ReadinessItemState.values(),
                        ReadinessColumn.values(),
                        DecisionOutcome.values(),
                        PowerUseFilter.Only.values(),
                        PowerUseDirectory.Cases.values(),
                        EvaluationVerdict.values(),
                        RequestSide.values(),
                        RequestState.values(),
                        AnswerStep.values(),
                        AnswerOutcome.values())
                .flatMap(Stream::of)
                .forEach(one ->
                        assertThat(messages.of(Locale.SIMPLIFIED_CHINESE, (Enum<?>) one))
                                .isNotEqualTo(Messages.keyOf((Enum<?>) one)));
    }

    @Test
    void what_the_history_tells_reads_in_chinese() {
        for (var kind : KINDS) {
            assertThat(words.kind(Locale.SIMPLIFIED_CHINESE, kind)).isNotEqualTo(kind);
        }
        for (var act :
                List.of(
                        "prepared",
                        "assigned",
                        "entered",
                        "reported",
                        "revised",
                        "removed",
                        "overturned",
                        "upheld",
                        "decided",
                        "evaluated",
                        "closed",
                        "exported",
                        "begun",
                        "sent",
                        "sentAgain",
                        "withdrawn",
                        "received",
                        "receivedAgain",
                        "written",
                        "answered",
                        "noted",
                        "attached",
                        "detached")) {
            assertThat(words.act(Locale.SIMPLIFIED_CHINESE, PowerUse.SUBJECT, act))
                    .isNotEqualTo(act);
        }
        for (var field : FIELDS) {
            assertThat(words.field(Locale.SIMPLIFIED_CHINESE, PowerUse.SUBJECT, field))
                    .isNotEqualTo(field);
        }
    }

    @Test
    void what_one_may_choose_to_be_told_of_has_a_name_and_a_sentence() {
        var ours = notices.stream().filter(one -> one.kind().startsWith("delegation.")).toList();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(15);
        for (var one : ours) {
            assertThat(messages.chineseKeys()).contains(one.kind(), one.titleKey());
        }
        assertThat(webhooks).extracting(WebhookKind::kind).contains("delegation.expiring");
    }

    private static Set<String> ours(Set<String> keys) {
        return keys.stream()
                .filter(key -> key.startsWith("delegation."))
                .collect(Collectors.toSet());
    }
}
