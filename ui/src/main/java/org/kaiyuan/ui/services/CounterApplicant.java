package org.kaiyuan.ui.services;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.services.Applicant;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;

/** Which enterprise asks – of the directory, or by hand – and who stands in front of the desk. */
class CounterApplicant extends Div {
    final RadioButtonGroup<Boolean> byHand = new RadioButtonGroup<>();
    final ComboBox<EnterpriseChoice.Entry> enterprise;
    final TextField name = new TextField();
    final TextField creditCode = new TextField();
    final TextField applicantName = new TextField();
    final TextField applicantPhone = new TextField();
    private final transient EnterpriseDirectory directory;
    private final transient Map<String, HasValidation> fields = new LinkedHashMap<>();
    private SerializableConsumer<EnterpriseProfile> chosen = profile -> {};

    CounterApplicant(EnterpriseDirectory directory) {
        this.directory = directory;
        enterprise = new EnterpriseChoice(directory).field();
        addClassName("form-group");
        byHand.setItems(false, true);
        byHand.setItemLabelGenerator(one -> word(one ? "counter.byHand" : "counter.directory"));
        byHand.setValue(false);
        byHand.setAriaLabel(word("counter.enterprise"));
        byHand.addClassName("wide");
        byHand.addValueChangeListener(change -> settle());
        enterprise.setLabel(word("counter.enterprise"));
        enterprise.setHelperText(word("counter.enterprise.help"));
        enterprise.addClassName("wide");
        enterprise.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                tell(change.getValue().id());
            }
        });
        field("enterpriseName", name, "counter.name", 200);
        field("creditCode", creditCode, "counter.creditCode", 18);
        field("applicant.name", applicantName, "applicant", 60);
        field("applicant.phone", applicantPhone, "phone", 30);
        fields.put("enterprise", enterprise);
        enterprise.setManualValidation(true);
        creditCode.setHelperText(word("counter.creditCode.help"));
        name.setRequiredIndicatorVisible(true);
        applicantName.setRequiredIndicatorVisible(true);
        applicantPhone.setRequiredIndicatorVisible(true);
        applicantPhone.getElement().setAttribute("inputmode", "tel");
        var grid = new Div(byHand, enterprise, name, creditCode, applicantName, applicantPhone);
        grid.addClassNames("form-grid", "top");
        add(new H2(word("counter.who")), grid);
        settle();
    }

    private void field(String key, TextField field, String label, int most) {
        field.setLabel(word(label));
        field.setMaxLength(most);
        field.setManualValidation(true);
        fields.put(key, field);
    }

    void onEnterprise(SerializableConsumer<EnterpriseProfile> told) {
        chosen = told;
    }

    private void tell(UUID id) {
        try {
            chosen.accept(directory.details(new EnterpriseId(id)).profile());
        } catch (UnknownEnterprise gone) {
            enterprise.clear();
        }
    }

    private void settle() {
        boolean hand = byHand.getValue();
        enterprise.setVisible(!hand);
        name.setVisible(hand);
        creditCode.setVisible(hand);
    }

    boolean isTouched() {
        return enterprise.getValue() != null
                || !name.getValue().isBlank()
                || !applicantName.getValue().isBlank()
                || !applicantPhone.getValue().isBlank();
    }

    @Nullable EnterpriseId enterprise() {
        var one = enterprise.getValue();
        return byHand.getValue() || one == null ? null : new EnterpriseId(one.id());
    }

    String enterpriseName() {
        var one = enterprise.getValue();
        return byHand.getValue() ? name.getValue().strip() : one == null ? "" : one.name();
    }

    @Nullable String creditCode() {
        var one = enterprise.getValue();
        if (!byHand.getValue()) {
            return one == null ? null : one.creditCode();
        }
        return creditCode.getValue().isBlank()
                ? null
                : creditCode.getValue().strip().toUpperCase(Locale.ROOT);
    }

    Applicant applicant() {
        return new Applicant(applicantName.getValue().strip(), applicantPhone.getValue().strip());
    }

    void clearMarks() {
        fields.values().forEach(one -> one.setInvalid(false));
    }

    /** Whether the field is one of these. */
    boolean mark(String key, String sentence) {
        var wanted = key;
        if (!byHand.getValue() && (key.equals("enterpriseName") || key.equals("creditCode"))) {
            wanted = "enterprise";
        }
        var field = fields.get(wanted);
        if (field == null) {
            return false;
        }
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        return true;
    }

    private String word(String key) {
        return getTranslation("ui.services.desk." + key);
    }
}
