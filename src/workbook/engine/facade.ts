/* oxlint-disable import/no-unassigned-import -- what they do is add methods to classes */
// Adds the methods of these plugins to Univer's facade classes, and their types.
import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
