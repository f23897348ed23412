package org.kaiyuan.services;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a new service begins with: a procedure and letters that a park can use as they are, and change. */
public final class ServiceDefaults {
    /** 行政许可法 §42: working days where no other law says. */
    public static final int STATUTORY_DAYS = 20;

    private static final int ACCEPT_DAYS = 5;
    private static final int DELIVER_DAYS = 10;

    private ServiceDefaults() {}

    /** A note that has nothing but its title, and all that can be known without asking. */
    public static ServiceNote note(ServiceTrack track, String title) {
        int promised = track == ServiceTrack.TICKET ? 5 : 10;
        return new ServiceNote(
                new GuideText(title, null, null, null, null, null, null),
                null,
                List.of(),
                List.of(),
                ServiceKind.COMMITTED,
                track == ServiceTrack.STATUTORY ? STATUTORY_DAYS : null,
                promised,
                Set.of(),
                track == ServiceTrack.TICKET ? 0 : 1,
                null,
                List.of(),
                new FormDefinition(List.of()),
                procedure(track, promised),
                letters(track),
                List.of());
    }

    /** @param promisedDays what is promised to the outside; steps share it */
    public static Procedure procedure(ServiceTrack track, int promisedDays) {
        var steps = new ArrayList<ProcedureStep>();
        steps.add(step(StepKind.APPLY, null));
        if (track == ServiceTrack.TICKET) {
            steps.add(step(StepKind.REVIEW, promisedDays));
            steps.add(step(StepKind.DECIDE, null));
            steps.add(step(StepKind.ARCHIVE, null));
            return new Procedure(steps, List.of());
        }
        int decide = Math.min(2, promisedDays / 2);
        steps.add(step(StepKind.PRECHECK, 1));
        steps.add(step(StepKind.ACCEPT, ACCEPT_DAYS - 1));
        steps.add(step(StepKind.REVIEW, promisedDays - decide));
        steps.add(step(StepKind.DECIDE, decide));
        steps.add(step(StepKind.DELIVER, DELIVER_DAYS));
        steps.add(step(StepKind.ARCHIVE, null));
        return new Procedure(steps, List.of());
    }

    private static ProcedureStep step(StepKind step, @Nullable Integer days) {
        return new ProcedureStep(step, null, days, Set.of());
    }

    /** One of each kind that a case of this track may need. */
    public static List<LetterTemplate> letters(ServiceTrack track) {
        return kinds(track).stream().map(kind -> letter(track, kind)).toList();
    }

    /** The letters that a case of this track may need. */
    public static Set<LetterKind> kinds(ServiceTrack track) {
        if (track == ServiceTrack.TICKET) {
            return EnumSet.of(LetterKind.REPLY);
        }
        var kinds = EnumSet.complementOf(EnumSet.of(LetterKind.REPLY));
        if (track != ServiceTrack.STATUTORY) {
            kinds.remove(LetterKind.HANDED_UP);
        }
        return kinds;
    }

    /** The edition's own words, or the ready-made ones where it has none of the kind. */
    public static LetterTemplate letter(ServiceNote note, ServiceTrack track, LetterKind kind) {
        return note.letters().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseGet(() -> letter(track, kind));
    }

    /** Ready-made words. */
    public static LetterTemplate letter(ServiceTrack track, LetterKind kind) {
        boolean law = track == ServiceTrack.STATUTORY;
        return switch (kind) {
            case ACCEPTANCE ->
                    of(
                            kind,
                            "受理通知书",
                            "受",
                            """
                            你单位于{submitted-on}提出的“{service}”申请（受理编号：{receipt}）收悉。经审查，申请材料齐全、符合规定形式，决定自{accepted-on}起受理。

                            """
                                    + (law
                                            ? "本机关将自受理之日起{days}个工作日内作出决定，截止日期为{due-on}。依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在内，届时将书面告知。"
                                            : "园区承诺自受理之日起{days}个工作日内办结，截止日期为{due-on}。"));
            case SUPPLEMENT ->
                    of(
                            kind,
                            "一次性补正材料告知书",
                            "补",
                            """
                            你单位提出的“{service}”申请（受理编号：{receipt}）收悉。经审查，申请材料不齐全或者不符合规定形式，现一次性告知需要补正的全部内容：

                            {items}

                            {reason}

                            请在补正后通过门户或者窗口提交。自收到全部补正材料之日起，本单位在五个工作日内作出是否受理的答复；逾期不答复的，自收到之日起即为受理。\
                            """);
            case DEFERRAL ->
                    of(
                            kind,
                            "容缺受理通知书",
                            "容",
                            """
                            你单位提出的“{service}”申请（受理编号：{receipt}）主要材料齐全，决定自{accepted-on}起容缺受理。下列材料请按承诺的期限补交：

                            {items}

                            {reason}

                            承诺办结期限为受理之日起{days}个工作日，截止日期为{due-on}。\
                            """);
            case NOT_ACCEPTED ->
                    of(
                            kind,
                            "不予受理通知书",
                            "不受",
                            """
                            你单位提出的“{service}”申请（受理编号：{receipt}）收悉。经审查，决定不予受理，理由如下：

                            {reason}\
                            """
                                    + (law ? remedies("通知书") : asking()));
            case STOP ->
                    of(
                            kind,
                            "中止计时告知书",
                            "停",
                            """
                            你单位的“{service}”办件（受理编号：{receipt}）因{reason}，所需时间依法不计算在办理期限内，依据为：{document}。计时恢复时将另行告知。\
                            """);
            case RESUME ->
                    of(
                            kind,
                            "恢复计时告知书",
                            "复",
                            """
                            你单位的“{service}”办件（受理编号：{receipt}）中止计时的情形（{reason}）已经结束，办理期限恢复计算，新的截止日期为{due-on}。\
                            """);
            case EXTENSION ->
                    of(
                            kind,
                            "延长办理期限告知书",
                            "延",
                            """
                            你单位的“{service}”办件（受理编号：{receipt}）在规定期限内不能作出决定，经负责人批准，延长{days}个工作日，新的截止日期为{due-on}。延长的理由：

                            {reason}\
                            """);
            case HANDED_UP ->
                    of(
                            kind,
                            "代办告知书",
                            "代",
                            """
                            你单位申请的“{service}”（受理编号：{receipt}）由{body}决定，园区不具有决定权。园区已接收材料，由专人免费代办，办理期限按{body}的规定计算。

                            {reason}\
                            """);
            case GRANTED ->
                    of(
                            kind,
                            law ? "准予决定书" : "办理结果通知书",
                            law ? "准" : "办",
                            """
                            你单位提出的“{service}”申请（受理编号：{receipt}，受理日期：{accepted-on}）经审查，符合规定的条件、标准，决定：{outcome}。

                            {reason}

                            {conditions}\
                            """);
            case REFUSED ->
                    of(
                            kind,
                            law ? "不予决定书" : "办理结果通知书",
                            law ? "不准" : "不办",
                            """
                            你单位提出的“{service}”申请（受理编号：{receipt}，受理日期：{accepted-on}）经审查，决定：{outcome}。理由如下：

                            {reason}\
                            """
                                    + (law ? remedies("决定书") : asking()));
            case REPLY ->
                    of(
                            kind,
                            "答复",
                            "答",
                            """
                            你单位于{submitted-on}提出的“{service}”（编号：{receipt}）已经办理，现答复如下：

                            {reason}

                            如对答复不满意，可以在门户中评价或者投诉。\
                            """);
        };
    }

    /** 行政许可法 §38: who refuses says how to appeal; 行政复议法: 60 days; 行政诉讼法: six months. */
    private static String remedies(String letter) {
        return "\n\n如不服本" + letter + "，可以自收到之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。";
    }

    private static String asking() {
        return "\n\n如有疑问，可以在门户中查询进度、投诉，或者向服务窗口咨询。";
    }

    private static LetterTemplate of(LetterKind kind, String title, String word, String body) {
        return new LetterTemplate(
                kind,
                title,
                "{zone}" + word + "字〔{year}〕{number}号",
                "{applicant}：\n\n" + body.strip() + "\n\n{zone}\n{today}");
    }
}
