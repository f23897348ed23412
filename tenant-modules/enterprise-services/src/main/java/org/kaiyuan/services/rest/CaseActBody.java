package org.kaiyuan.services.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CheckVerdict;
import org.kaiyuan.services.DeliveryWay;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.services.StopReason;

/**
 * An act on a case with what it needs; what another act would need is passed over.
 *
 * @param said words of the act: a remark, a reason, an answer, what was decided
 * @param on day as of which it counts; {@code from} of STOP and {@code until} of ACCEPT_DEFERRED are days of their own
 * @param remarks by material, for ASK_SUPPLEMENT
 */
record CaseActBody(
        @JsonProperty(required = true) CaseAct act,
        @Nullable String said,
        @Nullable LocalDate on,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer days,
        @Nullable String document,
        @Nullable StopReason reason,
        @Nullable String material,
        @Nullable Set<String> materials,
        @Nullable Map<String, String> remarks,
        @Nullable Boolean good,
        @Nullable Boolean kept,
        @Nullable String seat,
        @Nullable String name,
        @Nullable CheckVerdict verdict,
        @Nullable CaseOutcome outcome,
        @Nullable String conditions,
        @Nullable DeliveryWay way,
        @Nullable String proof,
        @Nullable String username,
        @Nullable String team,
        @Nullable Long company,
        @Nullable FormAnswers answers) {

    /** @throws ServicesFieldsRefused when it is missing */
    static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new ServicesFieldsRefused(field, "services.rule.required");
        }
        return value;
    }
}
