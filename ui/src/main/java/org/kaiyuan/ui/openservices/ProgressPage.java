package org.kaiyuan.ui.openservices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.services.CaseEvent;
import org.kaiyuan.services.OpenProgress;
import org.kaiyuan.services.Progress;
import org.kaiyuan.ui.openpages.PageWords;
import org.springframework.stereotype.Component;

/** How far a case is, for whoever has its receipt and code. */
@Component
class ProgressPage {
    private static final int LONGEST = 60;

    private final OpenProgress progress;

    ProgressPage(OpenProgress progress) {
        this.progress = progress;
    }

    /** A step that was taken. */
    record Step(String on, String what) {}

    /** The form alone, with the receipt where a link names it. */
    ServicesPages.Page form(ServicesVisit visit, @Nullable String receipt) {
        return new ServicesPages.Page("openservices/progress", model(visit, cut(receipt)));
    }

    /** What is found, or the same form with the sentence why not. */
    ServicesPages.Page answer(
            ServicesVisit visit, @Nullable String receipt, @Nullable String code) {
        var number = cut(receipt);
        var model = model(visit, number);
        try {
            model.put("found", found(visit, progress.of(number, cut(code)), model));
        } catch (Refusal refused) {
            model.put("refused", visit.words().sentence(refused.messageKey(), refused.arguments()));
        }
        return new ServicesPages.Page("openservices/progress", model);
    }

    private static boolean found(ServicesVisit visit, Progress now, Map<String, Object> model) {
        var w = visit.words();
        model.put("service", now.title());
        model.put("state", w.called(now.state()));
        model.put("stateClass", now.state().name());
        var remaining = now.remaining();
        model.put(
                "clock",
                now.stopped()
                        ? w.of("progress.stopped")
                        : remaining == null || now.dueOn() == null
                                ? ""
                                : remaining < 0
                                        ? w.of("progress.overdue", w.date(now.dueOn()), -remaining)
                                        : w.of("progress.due", w.date(now.dueOn()), remaining));
        model.put("outcome", now.outcome() == null ? "" : w.called(now.outcome()));
        model.put("submitted", w.moment(now.submittedAt()));
        model.put("steps", now.events().stream().map(one -> step(w, one)).toList());
        return true;
    }

    private static Step step(PageWords w, CaseEvent event) {
        return new Step(w.date(event.on()), w.called(event.act()));
    }

    private static Map<String, Object> model(ServicesVisit visit, String receipt) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", visit.words().of("progress"));
        model.put("receipt", receipt);
        model.put("found", false);
        model.put("steps", List.of());
        model.put("other", visit.address().other().progress());
        return model;
    }

    private static String cut(@Nullable String text) {
        var said = text == null ? "" : text.strip();
        return said.substring(0, Math.min(said.length(), LONGEST));
    }
}
