-- Opens a file in Neovim, says what is shown in it, applies its first preferred action and writes it.
local program, file, answer = vim.env.PROGRAM, vim.env.TEXT, vim.env.ANSWER
local patience = 60000

vim.lsp.config("termilint", {
  cmd = { program, "lsp" },
  filetypes = { "markdown" },
  root_markers = { ".termilint.yaml", ".git" },
})
vim.lsp.enable("termilint")
vim.cmd.edit(file)
vim.bo.filetype = "markdown"

local function shown()
  return vim.diagnostic.get(0)
end
local found = vim.wait(patience, function() return #shown() > 0 end, 20)
local told = {}
for _, one in ipairs(shown()) do
  local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, true)[1]
  table.insert(told, { code = one.code, text = line:sub(one.col + 1, one.end_col), source = one.source })
end

vim.api.nvim_win_set_cursor(0, { shown()[1].lnum + 1, shown()[1].col })
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
local before = vim.api.nvim_buf_get_changedtick(0)
local applied = vim.wait(patience, function() return vim.api.nvim_buf_get_changedtick(0) ~= before end, 20)
vim.cmd.write()
local client = vim.lsp.get_clients({ name = "termilint" })[1]
local encoding = client.offset_encoding
client:stop()
local stopped = vim.wait(patience, function() return client:is_stopped() end, 20)

local said = { found = found, told = told, applied = applied, stopped = stopped, encoding = encoding }
vim.fn.writefile({ vim.json.encode(said) }, answer)
vim.cmd.quitall({ bang = true })
