package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.AnswerStep;
import org.kaiyuan.delegation.PowerAnswer;
import org.kaiyuan.delegation.PowerAnswerRecords;
import org.kaiyuan.delegation.PowerRequest;
import org.kaiyuan.delegation.RequestState;
import org.kaiyuan.ui.kit.Shown;

/** The answers of the four steps, one below the other: what was said, what is awaited. */
class PowerRequestSteps extends Div {
    private final transient PowerUseDoors doors;
    private final transient PowerRequest request;
    private final transient Acts acts;

    /** What a step may be asked for by who answers on this side. */
    record Acts(
            Consumer<AnswerStep> begin,
            Consumer<PowerAnswer> change,
            Consumer<PowerAnswer> publish) {}

    PowerRequestSteps(PowerUseDoors doors, PowerRequest request, Acts acts) {
        this.doors = doors;
        this.request = request;
        this.acts = acts;
        addClassName("request-steps");
        add(steps(request.round(), request.answersNow()));
        for (int round = request.round() - 1; round > 0; round--) {
            int of = round;
            var earlier = request.answers().stream().filter(one -> one.round() == of).toList();
            add(new Details(word("round", round), steps(round, earlier)));
        }
    }

    /** Whether this person writes answers here. */
    private boolean mayAnswer() {
        return request.answeredHere()
                && (request.side() == org.kaiyuan.delegation.RequestSide.SUPERVISOR
                        ? doors.answers()
                        : doors.writes());
    }

    private OrderedList steps(int round, List<PowerAnswer> answers) {
        var list = new OrderedList();
        list.addClassNames("timeline", "answer-steps");
        for (var step : AnswerStep.values()) {
            var answer =
                    answers.stream().filter(one -> one.step() == step).findFirst().orElse(null);
            if (answer != null) {
                list.add(said(answer));
            } else if (round == request.round()) {
                list.add(open(step));
            }
        }
        return list;
    }

    private ListItem open(AnswerStep step) {
        boolean awaited = request.state() == RequestState.SENT && request.next() == step;
        var head = head(step, awaited ? PowerUseCells.chip(word("awaited"), "waiting") : null);
        var item = new ListItem(head);
        item.addClassName(awaited ? "awaited" : "later");
        if (awaited && mayAnswer()) {
            var begin = new Button(word("answer"), click -> acts.begin().accept(step));
            begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
            item.add(begin);
        }
        return item;
    }

    private ListItem said(PowerAnswer answer) {
        var note = answer.note();
        var head =
                head(
                        answer.step(),
                        PowerUseCells.of(doors.messages(), getLocale(), note.outcome()));
        if (!answer.isPublished()) {
            head.add(PowerUseCells.chip(word("unpublished"), "neutral"));
        }
        var item = new ListItem(head);
        item.addClassName("said");
        var line = new Span(note.body() + " · " + Shown.date(note.answeredOn()));
        line.addClassName("when");
        item.add(line);
        if (note.document() != null) {
            item.add(PowerUseCells.sub(word("document.of", note.document())));
        }
        if (note.grantedOn() != null) {
            item.add(PowerUseCells.sub(word("grantedOn.of", Shown.date(note.grantedOn()))));
        }
        if (note.said() != null) {
            item.add(new Paragraph(note.said()));
        }
        files(answer, item);
        if (!answer.isPublished() && mayAnswer()) {
            var publish = new Button(word("publish"), click -> acts.publish().accept(answer));
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
            var change = new Button(word("answer.change"), click -> acts.change().accept(answer));
            change.addThemeVariants(ButtonVariant.LUMO_SMALL);
            var row = new Div(publish, change);
            row.addClassName("row-acts");
            item.add(row);
        }
        return item;
    }

    /** Where nothing may be attached any more and nothing is, nothing is shown. */
    private void files(PowerAnswer answer, ListItem item) {
        var record = PowerAnswerRecords.of(answer.id());
        boolean mayAttach = !answer.isPublished() && mayAnswer();
        if (mayAttach || !doors.attachments().of(record, null, 1).items().isEmpty()) {
            item.add(doors.panels().files(record));
        }
    }

    private Div head(AnswerStep step, @Nullable Span state) {
        var name = new Span(doors.messages().of(getLocale(), step));
        name.addClassName("title");
        var head = new Div(name);
        head.addClassName("chips");
        if (state != null) {
            head.add(state);
        }
        return head;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.powerRequest." + key, arguments);
    }
}
