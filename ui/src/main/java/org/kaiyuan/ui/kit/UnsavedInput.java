package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.io.Serializable;

/**
 * Keeps what was typed into a form and not saved: asks before it is left for another page, and lets the
 * browser ask before F5, a closed tab or an address that is typed throws it away.
 *
 * <p>The browser must answer at once, so it is told by what happens in the form there; to go by what the
 * server knows would lose what is typed before a field is left.
 */
public final class UnsavedInput implements Serializable {
    private final Component form;
    private final SerializableSupplier<Boolean> touched;

    /** @param touched whether the form says something else than what is stored */
    public UnsavedInput(Component form, SerializableSupplier<Boolean> touched) {
        this.form = form;
        this.touched = touched;
        form.addAttachListener(attached ->
                form.getElement()
                        .executeJs(
                                """
                                if (this.unsavedInput) return;
                                const kept = this.unsavedInput = { touched: false };
                                const touch = () => { kept.touched = true; };
                                this.addEventListener('input', touch);
                                this.addEventListener('change', touch);
                                const ask = event => {
                                  if (!this.isConnected) {
                                    window.removeEventListener('beforeunload', ask);
                                  } else if (kept.touched) {
                                    event.preventDefault();
                                  }
                                };
                                window.addEventListener('beforeunload', ask);\
                                """));
    }

    /** Fields that change without a key being pressed, such as lines that are taken out. */
    public void watch(HasValue<?, ?>... fields) {
        for (var field : fields) {
            field.addValueChangeListener(change -> {
                if (touched.get()) {
                    tell(true);
                }
            });
        }
    }

    /** It was saved: nobody is asked any more. */
    public void saved() {
        tell(false);
    }

    /** Asks whoever leaves for another page of ours. */
    public void ask(BeforeLeaveEvent event) {
        if (!touched.get()) {
            return;
        }
        var staying = event.postpone();
        var ask =
                new ConfirmDialog(
                        form.getTranslation("ui.form.leave"),
                        form.getTranslation("ui.form.leave.detail"),
                        form.getTranslation("ui.form.leave.discard"),
                        discard -> staying.proceed());
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(form.getTranslation("ui.form.leave.stay"));
        ask.addCancelListener(stay -> staying.cancel());
        ask.open();
    }

    private void tell(boolean unsaved) {
        form.getElement()
                .executeJs("if (this.unsavedInput) this.unsavedInput.touched = $0", unsaved);
    }
}
