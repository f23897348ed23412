package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.AnswerOutcome;
import org.kaiyuan.delegation.AnswerStep;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.GrantedPower;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerAnswer;
import org.kaiyuan.delegation.PowerAnswerNote;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.delegation.PowerRequest;
import org.kaiyuan.delegation.Supervisor;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Tell;

/** What is asked before something becomes of a request. */
final class PowerRequestDialogs {
    private final PowerUseDoors doors;
    private final Component page;
    private final SerializableRunnable then;

    /** @param then what the page does once something was done */
    PowerRequestDialogs(PowerUseDoors doors, Component page, SerializableRunnable then) {
        this.doors = doors;
        this.page = page;
        this.then = then;
    }

    /** To whom, where there are several; what goes with it is said. */
    AskDialog send(PowerRequest request) {
        var all = doors.requests().supervisors();
        boolean first = request.round() == 0;
        var to = new Select<Supervisor>();
        to.setItems(all);
        to.setItemLabelGenerator(one -> one == null ? "" : one.name());
        if (all.size() == 1) {
            to.setValue(all.getFirst());
        }
        var ask =
                new AskDialog(
                        word(first ? "send" : "sendAgain"),
                        word(first ? "send" : "sendAgain"),
                        request.version(),
                        version -> {
                            var chosen = to.getValue();
                            doors.requesting()
                                    .send(
                                            request.id(),
                                            first && chosen != null ? chosen.id() : null,
                                            version);
                            Tell.done(word("sent"));
                            then.run();
                        });
        ask.saying(
                word(!first ? "sendAgain.detail" : all.isEmpty() ? "send.alone" : "send.detail"));
        if (first && !all.isEmpty()) {
            ask.with("supervisor", word("supervisor"), to);
        }
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    AskDialog withdraw(PowerRequest request) {
        var reason = new TextArea();
        reason.setMaxLength(2000);
        reason.setRequiredIndicatorVisible(request.round() > 0);
        reason.addClassName("wide");
        var ask =
                new AskDialog(
                                word("withdraw"),
                                word("withdraw"),
                                request.version(),
                                version -> {
                                    doors.requesting()
                                            .withdraw(request.id(), reason.getValue(), version);
                                    then.run();
                                })
                        .saying(word(request.round() == 0 ? "withdraw.draft" : "withdraw.detail"))
                        .grave();
        ask.with("reason", page.getTranslation("ui.why"), reason);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    AskDialog notes(PowerRequest request) {
        var notes = new TextArea();
        notes.setMaxLength(4000);
        notes.setMinRows(5);
        notes.addClassName("wide");
        notes.setValue(request.notes() == null ? "" : request.notes());
        var ask =
                new AskDialog(
                        word("notes"),
                        page.getTranslation("ui.form.save"),
                        request.version(),
                        version -> {
                            doors.answering().note(request.id(), notes.getValue(), version);
                            then.run();
                        });
        ask.saying(word("notes.detail"));
        ask.with("notes", word("notes"), notes);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    /** An answer that only this side sees until it is published. */
    AskDialog answer(PowerRequest request, AnswerStep step, @Nullable PowerAnswer before) {
        var outcome = new RadioButtonGroup<AnswerOutcome>();
        outcome.setItems(AnswerOutcome.values());
        outcome.setItemLabelGenerator(one -> name(one));
        outcome.addClassNames("wide", "segments");
        var body = new TextField();
        body.setMaxLength(200);
        body.setRequiredIndicatorVisible(true);
        body.setHelperText(word("body.help." + step));
        var document = new TextField();
        document.setMaxLength(120);
        var answeredOn = new DayField();
        answeredOn.setRequiredIndicatorVisible(true);
        answeredOn.setValue(doors.today());
        var grantedOn = new DayField();
        grantedOn.setHelperText(word("grantedOn.help"));
        var said = new TextArea();
        said.setMaxLength(4000);
        said.setMinRows(3);
        said.addClassName("wide");
        outcome.addValueChangeListener(change -> {
            boolean grants =
                    step == AnswerStep.GOVERNMENT
                            && change.getValue() != null
                            && change.getValue().goesOn();
            grantedOn.setVisible(grants);
            said.setRequiredIndicatorVisible(change.getValue() != AnswerOutcome.AGREED);
        });
        outcome.setValue(AnswerOutcome.AGREED);
        if (before != null) {
            var note = before.note();
            outcome.setValue(note.outcome());
            body.setValue(note.body());
            document.setValue(note.document() == null ? "" : note.document());
            answeredOn.setValue(note.answeredOn());
            grantedOn.setValue(note.grantedOn());
            said.setValue(note.said() == null ? "" : note.said());
        }
        var ask =
                new AskDialog(
                        word("answer.of", name(step)),
                        word("answer.save"),
                        before == null ? -1 : before.version(),
                        version -> {
                            if (answeredOn.getValue() == null) {
                                throw new DelegationFieldsRefused(
                                        "answeredOn", "delegation.rule.required");
                            }
                            var note =
                                    new PowerAnswerNote(
                                            outcome.getValue(),
                                            body.getValue(),
                                            said.getValue(),
                                            document.getValue(),
                                            answeredOn.getValue(),
                                            grantedOn.isVisible() ? grantedOn.getValue() : null);
                            if (before == null) {
                                doors.answering().write(request.id(), step, note);
                            } else {
                                doors.answering().revise(before.id(), note, version);
                            }
                            then.run();
                        });
        ask.saying(word("answer.detail"));
        ask.with("outcome", word("outcome"), outcome);
        ask.with("body", word("body"), body);
        ask.with("document", word("document"), document);
        ask.with("answeredOn", word("answeredOn"), answeredOn);
        ask.with("grantedOn", word("grantedOn"), grantedOn);
        ask.with("said", word("said"), said);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    AskDialog publish(PowerRequest request, PowerAnswer answer) {
        var ask =
                new AskDialog(
                        word("publish"),
                        word("publish"),
                        answer.version(),
                        version -> {
                            doors.answering().publish(answer.id(), version);
                            Tell.done(word("published"));
                            then.run();
                        });
        ask.saying(
                word(
                        request.supervisorName() == null ? "publish.alone" : "publish.detail",
                        request.zoneName()));
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    /** The entry that a granted request leads to, as a draft of a list. */
    AskDialog draft(PowerRequest request, GrantedPower granted) {
        var list = new ComboBox<PowerList>();
        list.setItems(
                doors.lists().all().stream().filter(one -> one.kind().holdsPowers()).toList());
        list.setItemLabelGenerator(PowerList::title);
        list.setRequiredIndicatorVisible(true);
        var mode = new Select<DelegationMode>();
        mode.setItems(DelegationMode.values());
        mode.setItemLabelGenerator(one -> name(one));
        mode.setValue(DelegationMode.DIRECT);
        var body = new TextField();
        body.setMaxLength(200);
        body.setRequiredIndicatorVisible(true);
        body.setValue(request.zoneName());
        var ask =
                new AskDialog(
                        word("draft"),
                        word("draft.go"),
                        () -> {
                            var chosen = list.getValue();
                            if (chosen == null) {
                                throw new DelegationFieldsRefused(
                                        "list", "delegation.rule.required");
                            }
                            var matter = granted.matter();
                            if (matter == null) {
                                matter =
                                        doors.matters()
                                                .add(
                                                        new MatterDraft(
                                                                granted.matterCode(),
                                                                null,
                                                                granted.matterName(),
                                                                MatterKind.UNSORTED,
                                                                null,
                                                                List.of()));
                            }
                            doors.drafting()
                                    .put(
                                            chosen.id(),
                                            null,
                                            granted.note(matter, body.getValue(), mode.getValue()));
                            Tell.done(word("drafted", chosen.title()));
                            page.getUI()
                                    .ifPresent(
                                            ui -> ui.navigate("delegation/lists/" + chosen.id()));
                        });
        ask.saying(word(granted.matter() == null ? "draft.newMatter" : "draft.detail"));
        ask.with("list", word("list"), list);
        ask.with("mode", word("mode"), mode);
        ask.with("receivingBody", word("receivingBody"), body);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    private String word(String key, Object... arguments) {
        return page.getTranslation("ui.powerRequest." + key, arguments);
    }

    private String name(Enum<?> constant) {
        return page.getTranslation(Messages.keyOf(constant));
    }
}
