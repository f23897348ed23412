package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kaiyuan.leads.FollowupKind;
import org.kaiyuan.leads.FollowupNote;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Tell;

/** What was talked about, and what is next; one sentence and Ctrl+Enter are enough. */
class FollowupDialog extends Dialog {
    private static final int LONGEST = 4000;

    final RadioButtonGroup<FollowupKind> kind = new RadioButtonGroup<>();
    final TextArea text = new TextArea();
    final DayField happenedOn = new DayField();
    final TextField participants = new TextField();
    final TextField nextAction = new TextField();
    final DayField nextActionOn = new DayField();
    final Div soon = new Div();
    final Button save = new Button();

    private final transient FollowupDoors doors;
    private final LeadId lead;
    private final SerializableRunnable saved;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /**
     * @param project what the lead is called
     * @param saved is run when it is written down
     */
    FollowupDialog(FollowupDoors doors, LeadId lead, String project, SerializableRunnable saved) {
        this.doors = doors;
        this.lead = lead;
        this.saved = saved;
        var today = LocalDate.now(doors.clock());
        setHeaderTitle(getTranslation("ui.leads.list.followup"));
        setWidth("min(560px, 96vw)");
        addClassName("followup-dialog");
        kind.setLabel(getTranslation("ui.leads.list.followup.kind"));
        kind.setItems(FollowupKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        kind.setValue(FollowupKind.CALL);
        text.setLabel(getTranslation("ui.leads.list.followup.text"));
        text.setMaxLength(LONGEST);
        text.setMinRows(3);
        text.setRequiredIndicatorVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setAutofocus(true);
        happenedOn.setLabel(getTranslation("ui.leads.list.followup.on"));
        happenedOn.setMax(today);
        happenedOn.setValue(today);
        participants.setLabel(getTranslation("ui.leads.list.followup.participants"));
        participants.setPlaceholder(getTranslation("ui.leads.list.followup.participants.hint"));
        nextAction.setLabel(getTranslation("ui.leads.list.followup.next"));
        nextAction.setMaxLength(500);
        nextActionOn.setLabel(getTranslation("ui.leads.list.followup.nextOn"));
        nextActionOn.setMin(today);
        soon.addClassName("soon");
        soon("ui.leads.list.followup.tomorrow", today.plusDays(1));
        soon("ui.leads.list.followup.threeDays", today.plusDays(3));
        soon("ui.leads.list.followup.week", today.plusWeeks(1));
        soon("ui.leads.list.followup.month", today.plusMonths(1));
        save.setText(getTranslation("ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.setTooltipText("Ctrl+Enter");
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(isOpened()); // not again while it fades
            }
        });
        Shortcuts.addShortcutListener(this, this::save, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this)
                .resetFocusOnActiveElement();
        fields.put("text", text);
        fields.put("happenedOn", happenedOn);
        fields.put("participants", participants);
        fields.put("nextAction", nextAction);
        fields.put("nextActionOn", nextActionOn);
        fields.values().forEach(field -> field.setManualValidation(true));
        var what = new Paragraph(project);
        what.addClassName("sub");
        text.setWidthFull();
        var days = new Div(nextActionOn, soon);
        days.addClassName("next-day");
        var form = new Div(what, kind, text, nextAction, days, happenedOn, participants);
        form.addClassName("followup-form");
        add(form);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), save);
    }

    @Override
    public void open() {
        super.open();
        text.focus();
    }

    private void soon(String key, LocalDate day) {
        var button = new Button(getTranslation(key), click -> nextActionOn.setValue(day));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        soon.add(button);
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            doors.followups().note(lead, note());
        } catch (LeadFieldsRefused refused) {
            for (var fault : refused.fields()) {
                var sentence = getTranslation(fault.messageKey(), fault.arguments().toArray());
                var field = fields.get(fault.field());
                if (field == null) {
                    Tell.refused(sentence);
                } else {
                    field.setErrorMessage(sentence);
                    field.setInvalid(true);
                }
            }
            return;
        }
        close();
        Tell.done(getTranslation("ui.leads.list.followup.saved"));
        saved.run();
    }

    private FollowupNote note() {
        return new FollowupNote(
                kind.getValue() == null ? FollowupKind.OTHER : kind.getValue(),
                happenedOn.getValue(),
                text.getValue(),
                people(participants.getValue()),
                nextAction.getValue(),
                nextActionOn.getValue());
    }

    /** However they are set apart. */
    private static List<String> people(String typed) {
        return Stream.of(typed.split("[,，、;；]+", -1)).filter(name -> !name.isBlank()).toList();
    }
}
