package org.kaiyuan.ui.services;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.LetterPlace;
import org.kaiyuan.services.LetterTemplate;
import org.kaiyuan.services.ServiceTrack;

/** Letters as they usually read; a park writes its own words over them. They are Chinese, as official letters are. */
final class ServiceStandardLetters {
    private static final String GREETING = "{applicant}（统一社会信用代码 {credit-code}）：\n\n";
    private static final String CLOSING = "\n\n{zone}\n{today}";

    private ServiceStandardLetters() {}

    /** Those that a service of this track writes. */
    static List<LetterTemplate> of(ServiceTrack track) {
        if (track == ServiceTrack.TICKET) {
            return List.of(of(LetterKind.REPLY));
        }
        return Stream.of(LetterKind.values())
                .filter(kind -> kind != LetterKind.REPLY)
                .filter(kind -> kind != LetterKind.HANDED_UP || track != ServiceTrack.PARK)
                .map(ServiceStandardLetters::of)
                .toList();
    }

    static LetterTemplate of(LetterKind kind) {
        return switch (kind) {
            case ACCEPTANCE ->
                    letter(
                            kind,
                            "受理通知书",
                            "受",
                            "你单位于 {submitted-on} 提交的“{service}”申请（受理编号 {receipt}），材料齐全、符合法定形式，现予受理。"
                                    + "办理期限为 {days} 个工作日，自受理之日起算，应于 {due-on} 前办结。");
            case SUPPLEMENT ->
                    letter(
                            kind,
                            "一次性补正告知书",
                            "补",
                            "你单位于 {submitted-on} 提交的“{service}”申请（编号 {receipt}），需要补正以下全部内容：\n\n{items}\n\n"
                                    + "请补正后再次提交。此后不再要求补正其他内容。");
            case DEFERRAL ->
                    letter(
                            kind,
                            "容缺受理通知书",
                            "容",
                            "你单位提交的“{service}”申请（编号 {receipt}），主要材料齐全，现予容缺受理。请按承诺的期限补交：\n\n{items}");
            case NOT_ACCEPTED ->
                    letter(
                            kind,
                            "不予受理通知书",
                            "不受",
                            "你单位于 {submitted-on} 提交的“{service}”申请（编号 {receipt}），不予受理。理由：\n\n{reason}\n\n"
                                    + "如对本通知不服，可以依法申请行政复议或者提起行政诉讼。");
            case STOP ->
                    letter(
                            kind,
                            "中止计时告知书",
                            "停",
                            "“{service}”（编号 {receipt}）自 {today} 起中止计算办理期限。理由：\n\n{reason}\n\n依据文件：{document}。");
            case RESUME ->
                    letter(
                            kind,
                            "恢复计时告知书",
                            "复",
                            "“{service}”（编号 {receipt}）自 {today} 起恢复计算办理期限，应于 {due-on} 前办结。");
            case EXTENSION ->
                    letter(
                            kind,
                            "延长办理期限告知书",
                            "延",
                            "“{service}”（编号 {receipt}）在规定期限内不能办结，经批准延长 {days} 个工作日，至 {due-on}。理由：\n\n{reason}");
            case HANDED_UP ->
                    letter(
                            kind,
                            "代办告知书",
                            "代",
                            "你单位申请的“{service}”（编号 {receipt}）由上级部门决定，本单位为你单位代办。说明：\n\n{reason}");
            case GRANTED ->
                    letter(
                            kind,
                            "准予决定书",
                            "准",
                            "你单位申请的“{service}”（编号 {receipt}），经审查，决定：{outcome}。\n\n{body}\n\n{conditions}");
            case REFUSED ->
                    letter(
                            kind,
                            "不予决定书",
                            "不准",
                            "你单位申请的“{service}”（编号 {receipt}），经审查，决定：{outcome}。理由：\n\n{reason}\n\n{body}\n\n"
                                    + "如对本决定不服，可以依法申请行政复议或者提起行政诉讼。");
            case REPLY ->
                    letter(
                            kind,
                            "答复",
                            "答",
                            "你单位于 {submitted-on} 提出的“{service}”（编号 {receipt}），现答复如下：\n\n{body}");
        };
    }

    /** As templates name it. */
    static String token(LetterPlace place) {
        return "{" + place.name().toLowerCase(Locale.ROOT).replace('_', '-') + "}";
    }

    private static LetterTemplate letter(LetterKind kind, String title, String word, String body) {
        return new LetterTemplate(
                kind, title, word + "字〔{year}〕{number}号", GREETING + body + CLOSING);
    }
}
