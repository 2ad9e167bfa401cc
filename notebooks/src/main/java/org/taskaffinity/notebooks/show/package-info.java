/** Values as a notebook shows them: HTML, pictures, plain text. */
package org.taskaffinity.notebooks.show;
