package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;

/** Asks before a page is left whose input could not be kept. */
class PortalLeaving extends ConfirmDialog {
    PortalLeaving(Component form, ContinueNavigationAction staying) {
        super(
                form.getTranslation("ui.form.leave"),
                form.getTranslation("ui.form.leave.detail"),
                form.getTranslation("ui.form.leave.discard"),
                discard -> staying.proceed());
        setConfirmButtonTheme("error primary");
        setCancelable(true);
        setCancelText(form.getTranslation("ui.form.leave.stay"));
        addCancelListener(stay -> staying.cancel());
    }
}
