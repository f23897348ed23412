package org.kaiyuan.delegation;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** A step that a request does not take as it stands. */
public final class PowerRequestRefused extends Refusal {
    private PowerRequestRefused(String key, @Nullable Object... arguments) {
        super("delegation.use.refusal." + key, arguments);
    }

    /** 「需求“{0}”，不能{1}」. */
    static PowerRequestRefused state(RequestState now) {
        return new PowerRequestRefused("requestState", now);
    }

    /** 「现在应由“{0}”答复，还不能登记“{1}”」. */
    static PowerRequestRefused order(AnswerStep expected, AnswerStep given) {
        return new PowerRequestRefused("answerOrder", expected, given);
    }

    /** 「“{0}”的答复正在起草…」. */
    static PowerRequestRefused drafted(AnswerStep step) {
        return new PowerRequestRefused("answerDrafted", step);
    }

    /** 「由{0}在平台上答复…」. */
    static PowerRequestRefused answeredBy(String supervisor) {
        return new PowerRequestRefused("answeredBy", supervisor);
    }

    static PowerRequestRefused published() {
        return new PowerRequestRefused("answerPublished");
    }

    /** 「所选单位不是本园区的主管单位…」. */
    static PowerRequestRefused noSupervisor() {
        return new PowerRequestRefused("noSupervisor");
    }

    /** 「主管单位不提出赋权需求」. */
    static PowerRequestRefused ofSupervisor() {
        return new PowerRequestRefused("supervisorAsks");
    }

    static PowerRequestRefused notGranted() {
        return new PowerRequestRefused("notGranted");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
