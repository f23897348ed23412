package org.kaiyuan.ui.services;

import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseFilter;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.LetterId;
import org.kaiyuan.services.ServiceId;

/** The ways to the pages of cases. */
public final class CaseNavigation {
    static final String INBOX = "services";
    static final String CASES = "services/cases/";
    static final String COUNTER = "services/counter";
    static final String RATINGS = "services/ratings";
    static final String COMPLAINTS = "services/complaints";
    static final String FIGURES = "services/figures";
    static final String ABSENCES = "services/absences";

    private CaseNavigation() {}

    public static String toCase(CaseId id) {
        return CASES + id;
    }

    static String letter(CaseId id, LetterId letter) {
        return CASES + id + "/letters/" + letter;
    }

    /** The inbox with these cases, and no others. */
    static String inbox(CaseFilter filter) {
        return INBOX + "?" + new QueryParameters(CaseQuestion.parameters(filter)).getQueryString();
    }

    static String inbox(
            CaseBox box,
            @Nullable CaseState state,
            @Nullable ServiceId service,
            @Nullable String team,
            @Nullable YearMonth month) {
        return inbox(new CaseFilter(box, null, service, team, state, month));
    }

    static Map<String, List<String>> given(Map<String, @Nullable Object> said) {
        var parameters = new LinkedHashMap<String, List<String>>();
        said.forEach((key, value) -> {
            if (value != null && !value.toString().isBlank()) {
                parameters.put(key, List.of(value.toString()));
            }
        });
        return parameters;
    }
}
