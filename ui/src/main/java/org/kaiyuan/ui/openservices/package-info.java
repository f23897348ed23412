/**
 * The pages of services that everybody may read (办事指南公开): plain HTML, without Vaadin, without a session, without a cookie: guides,
 * samples, the park's record where it shows one, and the progress of a case by its receipt and code.
 */
@NullMarked
package org.kaiyuan.ui.openservices;

import org.jspecify.annotations.NullMarked;
